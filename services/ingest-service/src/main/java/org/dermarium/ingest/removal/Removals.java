package org.dermarium.ingest.removal;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** Objects that are given up. */
public interface Removals {

    /** @param bucket of the object */
    record GivenUp(String bucket, String key) {}

    /** Notes them in the caller's transaction; wake {@code REMOVALS} after its commit. */
    Mono<Void> add(Collection<GivenUp> objects);

    /** Some that wait, under the ids by which they are forgotten. */
    Mono<List<Waiting>> next(int most);

    Mono<Void> forget(Collection<Long> ids);

    record Waiting(long id, GivenUp object) {}
}
