package org.dermarium.doi.publish;

import java.time.Clock;
import java.time.Duration;
import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.draft.Dois;
import org.dermarium.doi.work.Held;
import org.dermarium.doi.work.Wakes;
import org.dermarium.doi.work.Work;
import org.dermarium.doi.work.WorkLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does for each DOI what is due: tells the registrar of drafts, and publishes. */
@Component
class WorkOnDois extends WorkLoop {

    private static final Logger log = LoggerFactory.getLogger(WorkOnDois.class);

    /** More than one, so that a registrar that is slow for one does not hold up the others. */
    private static final int WIDTH = 4;

    /** Longer than any step blocks; an instance that was killed is followed by another after so long. */
    private static final Duration HOLD = Duration.ofSeconds(60);

    private final Work work;
    private final Wakes wakes;
    private final Dois dois;
    private final TakeSteps steps;
    private final TellRegistrar registrar;
    private final Clock clock;

    WorkOnDois(Work work, Wakes wakes, Dois dois, TakeSteps steps, TellRegistrar registrar, Clock clock) {
        super("dois", WIDTH, wakes);
        this.work = work;
        this.wakes = wakes;
        this.dois = dois;
        this.steps = steps;
        this.registrar = registrar;
        this.clock = clock;
    }

    @Override
    protected boolean step() {
        Held held = work.take(HOLD).block();
        if (held == null) {
            return false;
        }
        wakes.wake();
        Next next = next(held);
        // When the service stops, what is held is let go all the same.
        boolean stopping = Thread.interrupted();
        settle(held, next);
        if (stopping) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void settle(Held held, Next next) {
        Duration pause = next.pause();
        work.settle(held, pause == null ? null : clock.instant().plus(pause), next.attempts())
                .block();
    }

    private Next next(Held held) {
        try {
            Doi doi = dois.named(held.doi()).blockOptional().orElseThrow();
            return switch (doi.state()) {
                case DRAFT, DISCARDED -> registrar.tell(doi, held.attempts());
                case PUBLISHING -> steps.take(doi.name(), held.attempts());
                case PUBLISHED -> Next.NEVER;
            };
        } catch (RuntimeException e) {
            log.warn("Work on {} failed and is tried again", held.doi(), e);
            return Next.again(held.attempts(), null);
        }
    }
}
