package org.dermarium.blobs;

import java.time.Duration;

/** Object storage did not answer, answered with a fault of its own, or was not asked because it failed too often. */
public class BlobsUnavailable extends RuntimeException {

    private final Duration retryAfter;

    public BlobsUnavailable(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** When asking again makes sense; for the {@code Retry-After} of a 503. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
