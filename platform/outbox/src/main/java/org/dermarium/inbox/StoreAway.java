package org.dermarium.inbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a projection writes to does not answer; the whole batch is tried again until it does. */
class StoreAway extends RuntimeException {

    private static final Logger log = LoggerFactory.getLogger(StoreAway.class);
    private static final long serialVersionUID = 1L;

    private StoreAway(Throwable cause) {
        super("waiting for the store: " + cause, cause);
    }

    static StoreAway noted(Throwable cause) {
        log.warn("Events wait for their store: {}", cause.toString());
        return new StoreAway(cause);
    }
}
