package org.dermarium.search.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.query.Facet;
import org.dermarium.search.finding.FacetOut.Bucket;

/** How counted values become the buckets of a facet. */
public final class Buckets {

    private Buckets() {}

    /** Those found, most frequent first, then others that the caller may see. */
    public static List<Bucket> filledUp(List<Bucket> found, List<Bucket> visible, int size) {
        Set<Object> keys = found.stream().map(Bucket::key).collect(Collectors.toSet());
        List<Bucket> all = new ArrayList<>(found);
        visible.stream().filter(b -> !keys.contains(b.key())).map(Bucket::empty).forEach(all::add);
        return all.subList(0, Math.min(size, all.size()));
    }

    public static List<Bucket> inOrder(List<Bucket> found, List<Bucket> visible, int size) {
        Map<Object, Bucket> byKey = new TreeMap<>();
        visible.forEach(b -> byKey.put(b.key(), b.empty()));
        found.forEach(b -> byKey.put(b.key(), b));
        return byKey.values().stream().limit(size).toList();
    }

    public static List<Bucket> each(List<String> names, List<Bucket> found) {
        Map<Object, Bucket> byKey = found.stream().collect(Collectors.toMap(Bucket::key, Function.identity()));
        return names.stream()
                .map(name -> byKey.getOrDefault(name, Bucket.of(name, 0)))
                .toList();
    }

    /** @param counts of each step, beginning with the first */
    public static List<Bucket> steps(Facet.Steps steps, long[] counts) {
        List<Bucket> all = new ArrayList<>();
        for (int step = 0; step < counts.length; step++) {
            all.add(Bucket.of(steps.first() + step * steps.step(), counts[step]));
        }
        return all;
    }
}
