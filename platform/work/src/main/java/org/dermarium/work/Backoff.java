package org.dermarium.work;

import java.time.Duration;

/**
 * How long to wait after failures: twice as long each time.
 *
 * @param first pause
 * @param longest pause
 */
public record Backoff(Duration first, Duration longest) {

    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 30;

    /** @param failures in a row before this one */
    public Duration after(int failures) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
