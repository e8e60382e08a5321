package org.dermarium.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that was taken.
 *
 * @param key what is to be done, such as the number of a row; there is one job of a key in a queue
 * @param holder another one at each take
 * @param woken how often it was added again when it was taken
 * @param failures in a row before this attempt
 * @param deaths takers in a row before this one that never let it go
 * @param traceparent of the request that added it
 */
public record Job(
        String queue,
        String key,
        UUID holder,
        long woken,
        int failures,
        int deaths,
        @Nullable String traceparent) {

    /** The key as a number of a row. */
    public long id() {
        return Long.parseLong(key);
    }
}
