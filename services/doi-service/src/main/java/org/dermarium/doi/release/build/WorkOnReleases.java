package org.dermarium.doi.release.build;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.dermarium.archive.zip.DamagedBytes;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.release.Releases;
import org.dermarium.doi.release.build.PendingReleases.Gathered;
import org.dermarium.doi.work.Held;
import org.dermarium.inbox.Outage;
import org.dermarium.work.Backoff;
import org.dermarium.work.ClaimLost;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Policy;
import org.dermarium.work.loop.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Freezes what was ordered, one release after the other, and wakes the publication that waits for it. */
@Component
class WorkOnReleases implements Worker {

    private static final Logger log = LoggerFactory.getLogger(WorkOnReleases.class);

    /** For news of images. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Of terabytes, too. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final WorkQueue queue;
    private final WorkQueue publications;
    private final PendingReleases releases;
    private final BuildRelease build;
    private final ReleaseSettings settings;
    private final ReleaseMetrics metrics;

    WorkOnReleases(
            WorkQueues queues,
            PendingReleases releases,
            BuildRelease build,
            ReleaseSettings settings,
            ReleaseMetrics metrics) {
        this.queue = queues.named(Releases.QUEUE);
        this.publications = queues.named(Dois.QUEUE);
        this.releases = releases;
        this.build = build;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public String queue() {
        return Releases.QUEUE;
    }

    @Override
    public Policy policy() {
        return Policy.STANDARD
                .withLease(settings.lease())
                .withLongest(LONGEST)
                .withMostFailures(settings.attempts())
                .withBackoff(new Backoff(FIRST_PAUSE, settings.longestPause()));
    }

    @Override
    public Settlement work(Job job, Lease lease) throws Exception {
        PendingRelease release = releases.find(job.key()).orElse(null);
        if (release == null) {
            return Settlement.done();
        }
        metrics.begun();
        try {
            return freeze(release, new Held(queue, job), lease);
        } catch (CannotFreeze e) {
            return end(release.doi(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            if (e instanceof ClaimLost || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return failed(job, release, e);
        } finally {
            metrics.ended();
        }
    }

    private Settlement freeze(PendingRelease release, Held held, Lease lease) throws IOException {
        String doi = release.doi();
        if (!release.isGathered()) {
            Gathered gathered = held.write(releases.gather(doi)).orElseThrow();
            if (gathered.missing() > 0) {
                return Settlement.again(LOOK).with(releases.await(doi, gathered.waitsFor()));
            }
            if (gathered.members() == 0) {
                throw CannotFreeze.nothingLeft();
            }
        }
        List<DataFile> files = build.build(release, held, lease);
        log.info("The release of {} is frozen", doi);
        return Settlement.done().with(releases.freeze(doi, files).then(wake(doi)));
    }

    /** An outage is waited out for long; damage may be mended, but not for ever. */
    private Settlement failed(Job job, PendingRelease release, Exception failure) throws Exception {
        boolean isStorageAway = isCausedBy(failure, BlobsUnavailable.class);
        boolean isDamaged = isCausedBy(failure, DamagedBytes.class);
        if (!isStorageAway && !isDamaged && Outage.explains(failure)) {
            throw failure;
        }
        metrics.failed();
        String problem = problem(failure);
        boolean isOver = isStorageAway
                ? release.failing().compareTo(settings.longestOutage()) > 0
                : job.failures() + 1 >= settings.attempts();
        if (isOver) {
            log.error("The release of {} is given up: {}", release.doi(), problem, failure);
            return end(release.doi(), problem);
        }
        log.error("The release of {} failed and is tried again: {}", release.doi(), problem, failure);
        Settlement later =
                isStorageAway ? Settlement.postponed(problem, pause(release.failing())) : Settlement.failed(problem);
        return later.with(releases.fail(release.doi(), problem));
    }

    @Override
    public Settlement giveUp(Job job, Cause cause, String problem) {
        return end(job.key(), "The files could not be made; the operators' log says why.");
    }

    private Settlement end(String doi, String problem) {
        return Settlement.done().with(releases.end(doi, problem).then(wake(doi)));
    }

    private Mono<Long> wake(String doi) {
        return publications.wakeAll(List.of(doi));
    }

    /** As long as it has failed already, hence twice as long each time. */
    private Duration pause(Duration failing) {
        Duration longest = settings.longestPause();
        return failing.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : failing.compareTo(longest) > 0 ? longest : failing;
    }

    private static boolean isCausedBy(Exception failure, Class<? extends Exception> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String problem(Exception failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DamagedBytes damaged) {
                return damaged.getMessage() + ".";
            }
            if (t instanceof BlobsUnavailable) {
                return "The object storage does not answer.";
            }
        }
        return "Something went wrong; the operators' log says what.";
    }
}
