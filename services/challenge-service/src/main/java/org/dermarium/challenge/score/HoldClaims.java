package org.dermarium.challenge.score;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Renews the leases of claims on the way, looks how much waits, and notes what the bus did not bring. */
@Component
class HoldClaims {

    private static final Logger log = LoggerFactory.getLogger(HoldClaims.class);

    /** The bus brings a submission within seconds; what comes by no other way is taken up after this. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ScoreSubmissions workers;
    private final ScoringQueue queue;
    private final ScoringSettings settings;
    private final Clock clock;
    private volatile ScoringQueue.Backlog backlog = new ScoringQueue.Backlog(0, 0);

    HoldClaims(
            ScoreSubmissions workers, ScoringQueue queue, ScoringSettings settings, Clock clock, MeterRegistry meters) {
        this.workers = workers;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("dermarium.scoring.queue", () -> backlog.waiting())
                .description("submissions without a score yet")
                .register(meters);
        Gauge.builder("dermarium.scoring.oldest", () -> backlog.oldestSeconds())
                .baseUnit("seconds")
                .description("how long the oldest submission has waited for its score")
                .register(meters);
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 2_000)
    void renew() {
        try {
            Instant now = clock.instant();
            Set<Claim> held = workers.held();
            if (!held.isEmpty()) {
                queue.renew(held, now.plus(settings.lease()));
            }
            queue.adopt(now.minus(PATIENCE), now);
            backlog = queue.backlog(now);
        } catch (RuntimeException e) {
            log.warn("Leases were not renewed: {}", e.toString());
        }
    }
}
