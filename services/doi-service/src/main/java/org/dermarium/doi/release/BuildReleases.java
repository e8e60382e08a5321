package org.dermarium.doi.release;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.dermarium.archive.DamagedBytes;
import org.dermarium.blobs.BlobsUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes up releases one after the other. What fails is tried again after a growing pause, by whichever instance is free. */
@Component
class BuildReleases implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BuildReleases.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ReleaseQueue queue;
    private final BuildRelease build;
    private final ReleaseSettings settings;
    private final ReleaseMetrics metrics;
    private final ApplicationEventPublisher listeners;
    private volatile @Nullable Thread thread;

    BuildReleases(
            ReleaseQueue queue,
            BuildRelease build,
            ReleaseSettings settings,
            ReleaseMetrics metrics,
            ApplicationEventPublisher listeners) {
        this.queue = queue;
        this.build = build;
        this.settings = settings;
        this.metrics = metrics;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofVirtual().name("releases").unstarted(this::run);
        // Known before it runs: it looks here whether it may.
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private boolean mayRun() {
        return thread == Thread.currentThread();
    }

    private void run() {
        while (mayRun()) {
            try {
                metrics.oldest(queue.oldestSeconds());
                Optional<Claim> claim = queue.claim(settings.lease());
                claim.ifPresent(this::takeUp);
                if (claim.isEmpty()) {
                    LockSupport.parkNanos(LOOK.toNanos());
                }
            } catch (RuntimeException e) {
                if (mayRun()) {
                    log.warn("Building releases failed and goes on: {}", e.toString());
                    LockSupport.parkNanos(LOOK.toNanos());
                }
            }
        }
    }

    private void takeUp(Claim claim) {
        metrics.begun();
        try (var lease = new Lease(claim, queue, settings)) {
            String waits = claim.isGathered() ? null : queue.gather(claim);
            if (waits == null) {
                build.build(claim, lease);
                log.info("The release of {} is frozen", claim.doi());
                tell(claim);
            } else {
                queue.postpone(claim, waits, LOOK);
            }
        } catch (ClaimLost e) {
            log.warn("{}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            // Left to its lease when the service ends: that is no failure.
            if (mayRun()) {
                fail(claim, e);
            }
        } finally {
            metrics.ended();
        }
    }

    private void tell(Claim claim) {
        try {
            listeners.publishEvent(new ReleaseFrozen(claim.doi()));
        } catch (RuntimeException e) {
            log.error("A listener failed on hearing of the release of {}", claim.doi(), e);
        }
    }

    private void fail(Claim claim, Exception failure) {
        metrics.failed();
        String problem = problem(failure);
        if (isFinal(claim, failure)) {
            log.error("The release of {} is given up: {}", claim.doi(), problem, failure);
            queue.end(claim, problem);
            tell(claim);
            return;
        }
        log.error("The release of {} failed and is tried again: {}", claim.doi(), problem, failure);
        long seconds = 1L << Math.min(claim.failures(), 20);
        Duration pause =
                Duration.ofSeconds(Math.min(seconds, settings.longestPause().toSeconds()));
        queue.fail(claim, problem, pause);
    }

    /** An outage is waited out for long; damage may be mended, but not for ever. */
    private boolean isFinal(Claim claim, Exception failure) {
        if (failure instanceof CannotFreeze) {
            return true;
        }
        return isOutage(failure)
                ? claim.failing().compareTo(settings.longestOutage()) > 0
                : claim.failures() + 1 >= settings.attempts();
    }

    private static boolean isOutage(Exception failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BlobsUnavailable) {
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
            if (t instanceof CannotFreeze reason) {
                return String.valueOf(reason.getMessage());
            }
            if (t instanceof BlobsUnavailable) {
                return "The object storage does not answer.";
            }
        }
        return "Something went wrong; the operators' log says what.";
    }
}
