package org.dermarium.seed;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what the archive does in its own time. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Patience() {}

    static void until(String what, Duration bound, BooleanSupplier done) {
        long end = System.nanoTime() + bound.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new SeedFailed(
                        what + " did not come true in " + bound.toMinutes() + " minutes; run again to go on");
            }
            rest(PAUSE);
        }
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SeedFailed("interrupted");
        }
    }
}
