package org.dermarium.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for what the archive does in its own time. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Patience() {}

    /** @throws Refused when it does not come true in time */
    public static void until(String what, Duration bound, BooleanSupplier done) {
        long end = System.nanoTime() + bound.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Refused(what + ": not within " + bound.toMinutes() + " minutes");
            }
            rest(PAUSE);
        }
    }

    public static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }
}
