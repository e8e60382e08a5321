package org.dermarium.search.columns.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.dermarium.query.Facet;
import org.dermarium.query.Query;
import org.dermarium.query.SearchField;
import org.dermarium.search.finding.Branch;
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
    private int @Nullable [] beyondOpen;

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
        Map<String, FacetOut> all = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            if (!(field.facet() instanceof Facet.None)) {
                all.put(field.fieldName(), facet(field));
            }
        }
        return all;
    }

    FacetOut facet(SearchField field) {
        Column column = table.column(field);
        return Facets.of(field, column, counts(column), () -> visible(column));
    }

    /** Every node of a tree with a match, parents before their children. */
    List<Branch> branches(String tree) {
        Column column = Objects.requireNonNull(table.trees().get(tree));
        int[] counts = counts(column);
        Map<String, Long> byPath = new TreeMap<>();
        for (int number = 1; number < counts.length; number++) {
            if (counts[number] > 0) {
                String path = column.values().get(number);
                byPath.merge(path, (long) counts[number], Long::sum);
                for (int end = path.indexOf(Table.STEP); end >= 0; end = path.indexOf(Table.STEP, end + 1)) {
                    byPath.merge(path.substring(0, end), (long) counts[number], Long::sum);
                }
            }
        }
        return byPath.entrySet().stream()
                .map(e -> new Branch(List.of(e.getKey().split(Table.STEP)), e.getValue()))
                .toList();
    }

    private int[] counts(Column column) {
        return isEverything ? visible(column) : column.count(rows);
    }

    private int[] visible(Column column) {
        int[] counts = column.open();
        column.addTo(counts, beyondOpen());
        return counts;
    }

    /** Rows that the caller sees and the public does not: the columns know how many of those have each value. */
    private int[] beyondOpen() {
        if (beyondOpen == null) {
            var selection = new Selection(table);
            BitSet beyond = selection.visible(sight);
            beyond.andNot(selection.open());
            beyondOpen = numbers(beyond);
        }
        return beyondOpen;
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
