package org.dermarium.doi.publish.step;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait before something is tried again. */
final class Pauses {

    /** For news that should have woken us and did not. */
    static final Duration LOOK = Duration.ofSeconds(20);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private Pauses() {}

    /**
     * As long as it has waited already, hence twice as long each time, up to a minute, and at least as long as was asked.
     *
     * @param waiting since it was tried first
     */
    static Duration after(Duration waiting, @Nullable Duration asked) {
        Duration own = least(most(waiting, SHORTEST), LONGEST);
        return asked == null ? own : most(own, least(asked, LONGEST_ASKED));
    }

    private static Duration most(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
