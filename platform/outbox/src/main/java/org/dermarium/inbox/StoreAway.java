package org.dermarium.inbox;

/** What a projection writes to does not answer; the whole batch is tried again until it does. */
class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreAway(Throwable cause) {
        super("waiting for the store: " + cause, cause);
    }
}
