package org.dermarium.catalog.access;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A part of what somebody may see, for which an index keeps the order of a list: its first rows cost the same wherever in
 * the list they lie. Parts of one caller have no row in common, and are bound to {@code :caller}.
 */
@FunctionalInterface
public interface SqlPart {

    /** @param rows makes a SELECT, with an order and a limit, of what stands behind FROM up to a condition */
    String select(UnaryOperator<String> rows);

    /** The rows of all parts, as something to select from. */
    static String union(List<SqlPart> parts, UnaryOperator<String> rows) {
        return parts.stream()
                .map(part -> "(" + part.select(rows) + ")")
                .collect(Collectors.joining(" union all ", "(", ")"));
    }
}
