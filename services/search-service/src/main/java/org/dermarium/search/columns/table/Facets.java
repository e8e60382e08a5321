package org.dermarium.search.columns.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.dermarium.query.Facet;
import org.dermarium.query.SearchField;
import org.dermarium.search.finding.Buckets;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.FacetOut.Bucket;
import org.jspecify.annotations.Nullable;

/** Facets from counts by the number of a value. */
final class Facets {

    private Facets() {}

    /**
     * @param found how many matching rows have each value; those without are the first
     * @param visible the same of all rows that the caller may see, from which lists are filled up
     */
    static FacetOut of(SearchField field, Column column, int[] found, Supplier<int[]> visible) {
        long present = 0;
        for (int number = 1; number < found.length; number++) {
            present += found[number];
        }
        return new FacetOut(new FacetOut.Meta(found[0], present), buckets(field, column, found, visible));
    }

    private static List<Bucket> buckets(SearchField field, Column column, int[] found, Supplier<int[]> visible) {
        return switch (field.facet()) {
            case Facet.None none -> throw new IllegalArgumentException(field.fieldName() + " has no facet");
            case Facet.Frequent(int size) -> {
                IntBinaryOperator byCount = (a, b) -> found[b] - found[a];
                List<Bucket> most = listed(field, column, found, first(size, found, byCount, column, n -> true));
                yield most.size() == size
                        ? most
                        : Buckets.filledUp(
                                most,
                                listed(
                                        field,
                                        column,
                                        found,
                                        first(size, visible.get(), null, column, n -> found[n] == 0)),
                                size);
            }
            case Facet.Alphabetical(int size) ->
                Buckets.inOrder(
                        listed(field, column, found, first(size, found, null, column, n -> true)),
                        listed(field, column, visible.get(), first(size, visible.get(), null, column, n -> true)),
                        size);
            case Facet.Enumerated(List<String> names) ->
                Buckets.each(
                        names,
                        names.stream()
                                .filter(name -> column.values().find(name) != 0)
                                .map(name ->
                                        Bucket.of(name, found[column.values().find(name)]))
                                .toList());
            case Facet.Steps steps -> steps(steps, column, found);
            case Facet.Ranges ranges -> ranges(ranges, column, found);
        };
    }

    /** Numbers of the values that come first: by the order given, equal ones by their text. */
    private static int[] first(
            int size, int[] counts, @Nullable IntBinaryOperator order, Column column, IntPredicate eligible) {
        int[] best = new int[size];
        int filled = 0;
        for (int number = 1; number < counts.length; number++) {
            if (counts[number] == 0 || !eligible.test(number)) {
                continue;
            }
            if (filled == size && compare(number, best[size - 1], order, column) > 0) {
                continue;
            }
            int at = filled < size ? filled++ : size - 1;
            while (at > 0 && compare(number, best[at - 1], order, column) < 0) {
                best[at] = best[at - 1];
                at--;
            }
            best[at] = number;
        }
        return Arrays.copyOf(best, filled);
    }

    private static int compare(int one, int other, @Nullable IntBinaryOperator order, Column column) {
        int byOrder = order == null ? 0 : order.applyAsInt(one, other);
        return byOrder != 0 ? byOrder : column.values().compare(one, other);
    }

    private static List<Bucket> listed(SearchField field, Column column, int[] counts, int[] numbers) {
        List<Bucket> all = new ArrayList<>();
        for (int number : numbers) {
            String value = column.values().get(number);
            all.add(
                    switch (field.type()) {
                        case BOOL -> new Bucket(value.equals("true") ? 1L : 0L, value, null, null, counts[number]);
                        case TEXT, NUMBER -> Bucket.of(value, counts[number]);
                    });
        }
        return all;
    }

    private static List<Bucket> steps(Facet.Steps steps, Column column, int[] found) {
        long[] counts = new long[steps.count()];
        long first = Math.round(steps.first() / steps.step());
        for (int number = 1; number < found.length; number++) {
            double step = Math.floor(column.number(number) / steps.step()) - first;
            if (step >= 0 && step < counts.length) {
                counts[(int) step] += found[number];
            }
        }
        return Buckets.steps(steps, counts);
    }

    private static List<Bucket> ranges(Facet.Ranges ranges, Column column, int[] found) {
        List<Bucket> all = new ArrayList<>();
        for (double from = 0; from < ranges.open(); from += ranges.step()) {
            double to = from + ranges.step();
            all.add(new Bucket(from + "-" + to, null, from, to, within(column, found, from, to)));
        }
        all.add(new Bucket(
                ranges.open() + "-*",
                null,
                ranges.open(),
                "*",
                within(column, found, ranges.open(), Double.POSITIVE_INFINITY)));
        return all;
    }

    private static long within(Column column, int[] found, double from, double to) {
        long sum = 0;
        for (int number = 1; number < found.length; number++) {
            double value = column.number(number);
            sum += value >= from && value < to ? found[number] : 0;
        }
        return sum;
    }
}
