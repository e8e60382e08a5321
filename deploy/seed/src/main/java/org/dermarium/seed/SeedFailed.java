package org.dermarium.seed;

import org.dermarium.client.Refused;

/** A load cannot go on; the message says what to do about it. */
final class SeedFailed extends Refused {

    SeedFailed(String message) {
        super(message);
    }

    SeedFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
