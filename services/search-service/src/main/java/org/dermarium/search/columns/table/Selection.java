package org.dermarium.search.columns.table;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.query.Query;
import org.dermarium.query.SearchField;
import org.dermarium.search.finding.Sight;
import org.jspecify.annotations.Nullable;

/** Chooses rows of a table. Terms on one field beside each other are one pass over its column. */
final class Selection {

    private final Table table;

    Selection(Table table) {
        this.table = table;
    }

    /** Rows of public images. */
    BitSet open() {
        Column visibility = table.visibility();
        return visibility.among(visibility.passing("true"::equals), table.rows());
    }

    BitSet visible(Sight sight) {
        Column visibility = table.visibility();
        if (sight.all()) {
            return visibility.among(visibility.passing(any -> true), table.rows());
        }
        BitSet rows = open();
        Long member = sight.member();
        if (member != null) {
            Set<Long> own = sight.contributors();
            Column contributors = table.contributors();
            rows.or(contributors.among(contributors.passing(c -> own.contains(Long.valueOf(c))), table.rows()));
            rows.or(table.sharedWith(member));
        }
        return rows;
    }

    BitSet matching(Query query) {
        return switch (query) {
            case Query.Everything everything -> {
                BitSet all = new BitSet(table.rows());
                all.set(0, table.rows());
                yield all;
            }
            case Query.And and -> joined(and.operands(), true);
            case Query.Or or -> joined(or.operands(), false);
            case Query.Term term -> table.column(term.field()).among(wanted(term), table.rows());
        };
    }

    private BitSet joined(List<Query> operands, boolean every) {
        Map<SearchField, boolean[]> byField = new LinkedHashMap<>();
        BitSet rows = null;
        for (Query operand : operands) {
            if (operand instanceof Query.Term term) {
                byField.merge(term.field(), wanted(term), (a, b) -> joined(a, b, every));
            } else {
                rows = joined(rows, matching(operand), every);
            }
        }
        for (var each : byField.entrySet()) {
            rows = joined(rows, table.column(each.getKey()).among(each.getValue(), table.rows()), every);
        }
        return rows == null ? matching(Query.EVERYTHING) : rows;
    }

    private boolean[] wanted(Query.Term term) {
        boolean[] wanted = table.column(term.field()).meeting(term.condition());
        if (term.negated()) {
            for (int number = 0; number < wanted.length; number++) {
                wanted[number] = !wanted[number];
            }
        }
        return wanted;
    }

    private static boolean[] joined(boolean[] one, boolean[] other, boolean every) {
        for (int number = 0; number < one.length; number++) {
            one[number] = every ? one[number] && other[number] : one[number] || other[number];
        }
        return one;
    }

    private static BitSet joined(@Nullable BitSet one, BitSet other, boolean every) {
        if (one == null) {
            return other;
        }
        if (every) {
            one.and(other);
        } else {
            one.or(other);
        }
        return one;
    }
}
