package org.dermarium.doi.publish;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Orders to lift embargoes. */
interface ReleaseOrders {

    /**
     * Orders the release of some embargoed members that were not ordered since then, and tells the bus.
     *
     * @return how many; 0 when all are ordered
     */
    Mono<Integer> orderSome(String doi, long collection, Instant since);
}
