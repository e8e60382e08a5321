package org.dermarium.blobs.ledger;

/** An object that is removed, or is being removed at this moment: nothing may begin to refer to it. */
public final class ObjectGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ObjectGone(String which) {
        super("no longer in the storage: " + which);
    }
}
