package org.dermarium.doi.publish.step;

import java.time.Duration;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Publications;
import org.dermarium.doi.work.Held;
import org.dermarium.events.Doi.State;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Policy;
import org.dermarium.work.loop.Worker;
import org.springframework.stereotype.Component;

/** Does for each DOI what is due: tells the registrar of drafts, and publishes. */
@Component
class WorkOnDois implements Worker {

    /** More than one, so that a registrar that is slow for one does not hold up the others. */
    private static final int WIDTH = 4;

    /** Longer than any step blocks. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST_FAILURES = 8;

    /** For one that can only go on. */
    private static final Duration REST = Duration.ofHours(1);

    private static final String OUR_FAULT = "Something went wrong; the operators' log says what.";

    private final WorkQueue queue;
    private final Dois dois;
    private final Publications publications;
    private final TakeSteps steps;
    private final TellRegistrar registrar;

    WorkOnDois(WorkQueues queues, Dois dois, Publications publications, TakeSteps steps, TellRegistrar registrar) {
        this.queue = queues.named(Dois.QUEUE);
        this.dois = dois;
        this.publications = publications;
        this.steps = steps;
        this.registrar = registrar;
    }

    @Override
    public String queue() {
        return Dois.QUEUE;
    }

    @Override
    public Policy policy() {
        return Policy.STANDARD.withWidth(WIDTH).withLongest(LONGEST).withMostFailures(MOST_FAILURES);
    }

    @Override
    public Settlement work(Job job, Lease lease) {
        Doi doi = dois.named(job.key()).blockOptional().orElseThrow();
        return switch (doi.state()) {
            case DRAFT, DISCARDED -> registrar.tell(doi);
            case PUBLISHING -> steps.take(doi.name(), new Held(queue, job));
            case PUBLISHED -> Settlement.done();
        };
    }

    /** A DOI that nobody can know yet is a draft again. One that may be out already can only go on. */
    @Override
    public Settlement giveUp(Job job, Cause cause, String problem) {
        Doi doi = dois.named(job.key()).blockOptional().orElseThrow();
        if (doi.state() != State.PUBLISHING) {
            // A draft needs no registrar; its next change is told again.
            return Settlement.setAside(problem);
        }
        Publication publication = publications.of(doi.name()).blockOptional().orElseThrow();
        return publication.isIssued()
                ? Settlement.again(REST).with(publications.note(doi.name(), publication.step(), null, null, OUR_FAULT))
                : steps.back(doi.name(), OUR_FAULT);
    }
}
