package org.dermarium.ingest.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dermarium.blobs.ledger.ObjectGone;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.loop.BatchWorker;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Publishes what was asked for, batch by batch. Resumed after a crash at any line: the public id is committed before
 * files get its name, files are copied before the event, and the request is deleted in the transaction of the event.
 */
@Component
class PublishAccepted implements BatchWorker {

    static final String QUEUE = "publications";

    private static final Logger log = LoggerFactory.getLogger(PublishAccepted.class);
    private static final int BATCH = 100;
    private static final Duration REMOVAL_PAUSE = Duration.ofSeconds(2);

    private final Publications publications;
    private final PublicFiles files;

    PublishAccepted(Publications publications, PublicFiles files) {
        this.publications = publications;
        this.files = files;
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Policy policy() {
        return Policy.STANDARD.withBatch(BATCH);
    }

    @Override
    public Settlement work(List<Job> jobs, Lease lease) {
        List<Long> accessions = jobs.stream().map(Job::id).toList();
        List<PendingPublication> pending =
                Objects.requireNonNull(publications.pending(accessions).block());
        lease.check();
        List<PendingPublication> ready;
        try {
            ready = files.copy(pending);
        } catch (ObjectGone e) {
            return Settlement.postponed("Older public files are being removed.", REMOVAL_PAUSE);
        }
        List<Long> lost = pending.stream()
                .filter(one -> !ready.contains(one))
                .map(PendingPublication::accession)
                .toList();
        if (!lost.isEmpty()) {
            log.error("Accessions {} cannot be published: their files are gone", lost);
        }
        var others = new ArrayList<>(accessions);
        others.removeAll(lost);
        return Settlement.done()
                .with(fail(lost, "The image could not be published, because its files are gone.")
                        .then(publications.finish(others, ready)));
    }

    @Override
    public Settlement giveUp(Job job, Cause cause, String problem) {
        return Settlement.done()
                .with(fail(
                        List.of(job.id()),
                        "The archive failed to publish the image %s. Ask for its publication again."
                                .formatted(cause == Cause.DEATHS ? "and stopped over it" : "several times")));
    }

    private Mono<Void> fail(List<Long> accessions, String problem) {
        return accessions.isEmpty() ? Mono.empty() : publications.fail(accessions, problem);
    }
}
