package org.dermarium.doi.release;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds a claim for as long as work goes on, and says how far it is. */
final class Lease implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lease.class);

    private final Claim claim;
    private final ReleaseQueue queue;
    private final ReleaseSettings settings;
    private final AtomicLong done = new AtomicLong();
    private final Thread heartbeat;
    private volatile long heldAt = System.nanoTime();
    private volatile boolean lost;
    private volatile boolean closed;

    Lease(Claim claim, ReleaseQueue queue, ReleaseSettings settings) {
        this.claim = claim;
        this.queue = queue;
        this.settings = settings;
        this.heartbeat = Thread.ofVirtual().name("release-lease").start(this::beat);
    }

    void done(long bytes) {
        done.set(bytes);
    }

    /** @throws ClaimLost when somebody else may work on it already */
    void check() {
        Duration silent = Duration.ofNanos(System.nanoTime() - heldAt);
        if (lost || silent.compareTo(settings.lease()) > 0) {
            throw new ClaimLost(claim);
        }
    }

    @Override
    public void close() {
        closed = true;
        heartbeat.interrupt();
    }

    private void beat() {
        while (!closed) {
            try {
                Thread.sleep(settings.heartbeat());
                long asked = System.nanoTime();
                queue.hold(claim, settings.lease(), done.get());
                heldAt = asked;
            } catch (InterruptedException e) {
                return;
            } catch (ClaimLost e) {
                lost = true;
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    log.warn("The lease on the release of {} was not renewed: {}", claim.doi(), e.toString());
                }
            }
        }
    }
}
