package org.dermarium.search.columns.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.dermarium.query.Facet;
import org.dermarium.query.Query;
import org.dermarium.query.SearchField;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Sight;
import org.jspecify.annotations.Nullable;

/** The rows that somebody asks about and may see. Good while the table does not change. */
public final class Matches {

    private final Table table;
    private final boolean isEverything;
    private final BitSet matching;
    private final int[] rows;
    private final Sight sight;

    public Matches(Table table, Sight sight, Query query, @Nullable Set<Long> collections) {
        this.table = table;
        this.sight = sight;
        var selection = new Selection(table);
        BitSet visible = selection.visible(sight);
        isEverything = query.equals(Query.EVERYTHING) && collections == null;
        if (!query.equals(Query.EVERYTHING)) {
            visible.and(selection.matching(query));
        }
        if (collections != null) {
            visible.and(table.inOneOf(collections));
        }
        matching = visible;
        rows = numbers(visible);
    }

    public long count() {
        return rows.length;
    }

    public long bytes() {
        return table.bytes(rows);
    }

    /** Public ids in the order of the page. */
    public List<String> page(boolean reverse, @Nullable Long behind, int skipped, int size) {
        long from = behind != null ? behind : reverse ? Long.MAX_VALUE : Long.MIN_VALUE;
        return Arrays.stream(table.order().page(matching, reverse, from, skipped, size))
                .mapToObj(table::isicId)
                .toList();
    }

    public Map<String, FacetOut> facets() {
        int[] beyondOpen = beyondOpen();
        Map<String, FacetOut> all = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            if (!(field.facet() instanceof Facet.None)) {
                all.put(field.fieldName(), facet(field, beyondOpen));
            }
        }
        return all;
    }

    private FacetOut facet(SearchField field, int[] beyondOpen) {
        Column column = table.column(field);
        Supplier<int[]> visible = () -> visible(column, beyondOpen);
        return Facets.of(field, column, isEverything ? visible.get() : column.count(rows), visible);
    }

    /** Rows that the caller sees and the public does not: the columns know how many of those have each value. */
    private int[] beyondOpen() {
        var selection = new Selection(table);
        BitSet beyond = selection.visible(sight);
        beyond.andNot(selection.open());
        return numbers(beyond);
    }

    private static int[] visible(Column column, int[] beyondOpen) {
        int[] counts = column.open();
        column.addTo(counts, beyondOpen);
        return counts;
    }

    private static int[] numbers(BitSet of) {
        int[] rows = new int[of.cardinality()];
        int at = 0;
        for (int row = of.nextSetBit(0); row >= 0; row = of.nextSetBit(row + 1)) {
            rows[at++] = row;
        }
        return rows;
    }
}
