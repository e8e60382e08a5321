package org.dermarium.archive;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What many images have together, gathered one by one: the columns of their table, their licences, whom to thank. */
public final class Overview {

    private static final String NOBODY = "Anonymous";

    private final SortedSet<String> columns = new TreeSet<>();
    private final SortedSet<String> licenses = new TreeSet<>();
    private final Map<String, Long> attributions = new HashMap<>();
    private long count;

    /** Takes one more image into account. */
    public void add(DescribedImage image) {
        columns.addAll(image.metadata().fields().keySet());
        licenses.add(image.license());
        attributions.merge(image.attribution(), 1L, Long::sum);
        count++;
    }

    public long count() {
        return count;
    }

    /** Metadata fields that at least one image has, by name. */
    public SortedSet<String> columns() {
        return Collections.unmodifiableSortedSet(columns);
    }

    public SortedSet<String> licenses() {
        return Collections.unmodifiableSortedSet(licenses);
    }

    /** The attributions, the most frequent first, "Anonymous" last, with a blank line between them. */
    public String attributions() {
        return attributions.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Long> e) -> e.getKey().equals(NOBODY))
                        .thenComparing(e -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("\n\n"));
    }
}
