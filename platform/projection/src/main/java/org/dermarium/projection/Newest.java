package org.dermarium.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dermarium.events.Aggregate;

/** The newest state of each key: one statement cannot change a row twice. */
final class Newest {

    private Newest() {}

    /** Sorted by key, so that two writers of the same rows wait for each other and do not deadlock. */
    static <A extends Aggregate> List<A> of(Stream<A> states) {
        Map<String, A> newest = new TreeMap<>();
        states.forEach(s -> newest.merge(s.key(), s, (a, b) -> b.version() > a.version() ? b : a));
        return List.copyOf(newest.values());
    }
}
