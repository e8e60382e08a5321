package org.dermarium.doi.publish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before something is tried again. */
final class Pauses {

    /** For news that should have woken us and did not. */
    static final Duration LOOK = Duration.ofSeconds(20);

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private Pauses() {}

    /**
     * Twice as long each time, up to a minute, and at least as long as was asked.
     *
     * @param failures in a row before this one
     */
    static Duration after(int failures, @Nullable Duration asked) {
        Duration own = Duration.ofSeconds(1L << Math.clamp(failures, 0, DOUBLINGS));
        Duration least = own.compareTo(LONGEST) > 0 ? LONGEST : own;
        if (asked == null || asked.compareTo(least) <= 0) {
            return least;
        }
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
