package org.dermarium.doi.publish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When to look at a DOI again, unless it is woken before.
 *
 * @param pause null for never
 * @param attempts in a row without success
 */
record Next(@Nullable Duration pause, int attempts) {

    static final Next NEVER = new Next(null, 0);
    static final Next LOOK = new Next(Pauses.LOOK, 0);

    static Next again(int failures, @Nullable Duration asked) {
        return new Next(Pauses.after(failures, asked), failures + 1);
    }
}
