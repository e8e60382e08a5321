package org.dermarium.bench.million;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.bench.million.Rows.Row;
import org.dermarium.query.Facet;
import org.dermarium.query.SearchField;

/**
 * The public images of the same set as plain columns in memory, scanned by one thread: what the same answers cost when
 * nothing but the counting is done.
 */
final class Columns {

    private static final String AGE = "age_approx";
    private static final int PAGE = 100;
    private static final int NONE = 0;

    private final List<int[]> facets = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private final int[] ages;
    private final long[] sizes;

    Columns(Copies copies, int images) {
        int[] listed = listed(copies, images);
        ages = new int[listed.length];
        sizes = new long[listed.length];
        for (int i = 0; i < listed.length; i++) {
            Row row = copies.row(listed[i]);
            ages[i] = row.metadata().get(AGE) instanceof Integer age ? age : -1;
            sizes[i] = row.size();
        }
        SearchField.all().stream()
                .filter(field -> !(field.facet() instanceof Facet.None))
                .forEach(field -> add(field.fieldName(), copies, listed));
    }

    private static int[] listed(Copies copies, int images) {
        return IntStream.range(0, images)
                .filter(number -> copies.row(number).isPublic() && !Copies.isWithdrawn(number))
                .toArray();
    }

    private void add(String field, Copies copies, int[] listed) {
        Map<Object, Integer> ordinals = new HashMap<>();
        int[] column = new int[listed.length];
        for (int i = 0; i < listed.length; i++) {
            Object value = copies.row(listed[i]).metadata().get(field);
            column[i] = value == null ? NONE : ordinals.computeIfAbsent(value, v -> ordinals.size() + 1);
        }
        facets.add(column);
        values.add(ordinals.size() + 1);
    }

    int images() {
        return ages.length;
    }

    int facets() {
        return facets.size();
    }

    /** The age of about so many images. */
    int ageOfAbout(int wanted) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int age : ages) {
            counts.merge(age, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .filter(e -> e.getKey() >= 0)
                .min(Comparator.comparingInt(e -> Math.abs(e.getValue() - wanted)))
                .orElseThrow()
                .getKey();
    }

    /** Images of just this age. */
    long countOf(int age) {
        return IntStream.of(ages).filter(value -> value == age).count();
    }

    /** Images from this age on. */
    long count(double age) {
        long count = 0;
        for (int value : ages) {
            count += value >= age ? 1 : 0;
        }
        return count;
    }

    /** The first of them. */
    int[] page(double age) {
        int[] page = new int[PAGE];
        int found = 0;
        for (int i = 0; i < ages.length && found < PAGE; i++) {
            if (ages[i] >= age) {
                page[found++] = i;
            }
        }
        return page;
    }

    /** Their bytes. */
    long size(double age) {
        long size = 0;
        for (int i = 0; i < ages.length; i++) {
            size += ages[i] >= age ? sizes[i] : 0;
        }
        return size;
    }

    /** How many of them have each value of each field. */
    List<int[]> facets(double age) {
        List<int[]> counts = new ArrayList<>();
        for (int f = 0; f < facets.size(); f++) {
            int[] column = facets.get(f);
            int[] count = new int[values.get(f)];
            for (int i = 0; i < column.length; i++) {
                if (ages[i] >= age) {
                    count[column[i]]++;
                }
            }
            counts.add(count);
        }
        return counts;
    }
}
