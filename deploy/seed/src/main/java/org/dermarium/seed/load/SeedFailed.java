package org.dermarium.seed.load;

import org.dermarium.client.Refused;

/** A load cannot go on; the message says what to do about it. */
public final class SeedFailed extends Refused {

    public SeedFailed(String message) {
        super(message);
    }

    public SeedFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
