package org.dermarium.embedded.registrar.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How many requests are answered in each window of time, as DataCite counts them. */
public final class Allowance {

    /** That of an account at DataCite. */
    public static final int USUAL = 3000;

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final int calls;
    private final Clock clock;
    private Instant end = Instant.MIN;
    private int used;

    public Allowance(int calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Empty when the request may pass; otherwise how long to wait. */
    public synchronized Optional<Duration> use() {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            end = now.plus(WINDOW);
            used = 0;
        }
        used++;
        return used <= calls ? Optional.empty() : Optional.of(Duration.between(now, end));
    }
}
