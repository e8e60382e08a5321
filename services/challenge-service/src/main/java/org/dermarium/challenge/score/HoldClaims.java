package org.dermarium.challenge.score;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Renews the leases of claims on the way, and notes what the bus did not bring. */
@Component
class HoldClaims {

    private static final Logger log = LoggerFactory.getLogger(HoldClaims.class);

    /** The bus brings a submission within seconds; what comes by no other way is taken up after this. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ScoreSubmissions workers;
    private final ScoringQueue queue;
    private final ScoringSettings settings;
    private final Clock clock;

    HoldClaims(ScoreSubmissions workers, ScoringQueue queue, ScoringSettings settings, Clock clock) {
        this.workers = workers;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
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
        } catch (RuntimeException e) {
            log.warn("Leases were not renewed: {}", e.toString());
        }
    }
}
