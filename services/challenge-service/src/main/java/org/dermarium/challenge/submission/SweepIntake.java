package org.dermarium.challenge.submission;

import java.time.Clock;
import java.time.Duration;
import org.dermarium.challenge.file.TakeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes files whose intake broke off: a client that went away, a process that died. */
@Component
class SweepIntake {

    private static final Logger log = LoggerFactory.getLogger(SweepIntake.class);

    /** A request that is being cancelled may still write for a moment. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Intake intake;
    private final TakeFile files;
    private final Clock clock;

    SweepIntake(Intake intake, TakeFile files, Clock clock) {
        this.intake = intake;
        this.files = files;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void sweep() {
        try {
            intake.sweep(clock.instant().minus(GRACE))
                    .concatMap(
                            key -> files.discard(key).then(intake.forget(key)).thenReturn(key))
                    .blockLast(LIMIT);
        } catch (RuntimeException e) {
            log.warn("The sweep of broken intakes failed and is tried again", e);
        }
    }
}
