package org.dermarium.catalog.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;

/** What everybody may see, by the rules as people say them: all rows are looked at each time. */
final class PlainArchive {

    /** Neither staff nor anybody who is signed in. */
    static final long NOBODY = 0;

    static final long STAFF = -1;

    private final Map<Long, Image> images = new TreeMap<>();
    private final Map<Long, Contributor> contributors = new TreeMap<>();
    private final Map<Long, Set<String>> members = new HashMap<>();
    private final Map<Long, Set<Long>> shares = new HashMap<>();

    void hear(Image state) {
        images.merge(state.id(), state, (a, b) -> b.version() > a.version() ? b : a);
    }

    void hear(Contributor state) {
        contributors.merge(state.id(), state, (a, b) -> b.version() > a.version() ? b : a);
    }

    void collect(long collection, List<String> isicIds) {
        members.put(collection, new HashSet<>(isicIds));
    }

    Set<Long> sharedWith(long collection) {
        return shares.computeIfAbsent(collection, c -> new TreeSet<>());
    }

    /** In the order of publication. */
    List<String> images(long caller) {
        return seen(caller)
                .sorted(Comparator.comparing(Image::publishedAt).thenComparing(Image::id))
                .map(Image::isicId)
                .toList();
    }

    /** In the order of their ids. */
    List<String> lesions(long caller) {
        Set<String> seen = lesionsOf(seen(caller));
        seen.removeAll(lesionsOf(images.values().stream().filter(i -> i.isListed() && !isSeen(i, caller))));
        return List.copyOf(seen);
    }

    long uploaders(long caller) {
        return images.values().stream()
                .filter(i -> caller == STAFF || i.isPublic())
                .flatMap(i -> owners(i).stream())
                .distinct()
                .count();
    }

    private Stream<Image> seen(long caller) {
        return images.values().stream().filter(i -> isSeen(i, caller));
    }

    private boolean isSeen(Image image, long caller) {
        return image.isPublic()
                || image.isListed() && (caller == STAFF || owners(image).contains(caller) || isShared(image, caller));
    }

    private boolean isShared(Image image, long caller) {
        return members.entrySet().stream()
                .anyMatch(c -> c.getValue().contains(Objects.requireNonNull(image.isicId()))
                        && sharedWith(c.getKey()).contains(caller));
    }

    private Set<Long> owners(Image image) {
        Contributor known = contributors.get(image.contributor().id());
        return known == null ? Set.of() : known.owners();
    }

    private static Set<String> lesionsOf(Stream<Image> images) {
        return images.map(i -> i.metadata().text("lesion_id"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
