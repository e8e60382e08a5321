package org.dermarium.seed;

/** A load cannot go on; the message says what to do about it. */
final class SeedFailed extends RuntimeException {

    SeedFailed(String message) {
        super(message);
    }

    SeedFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
