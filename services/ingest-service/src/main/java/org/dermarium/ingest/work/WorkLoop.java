package org.dermarium.ingest.work;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes up what waits in one queue, piece by piece, on a thread of its own. A step MUST be safe to repeat: after a
 * failure it is tried again, and after a crash the next process does so.
 */
public abstract class WorkLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Queue queue;
    private final Wakes wakes;
    private volatile @Nullable Thread thread;

    protected WorkLoop(Queue queue, Wakes wakes) {
        this.queue = queue;
        this.wakes = wakes;
    }

    /** Does the next piece; false when nothing waits. */
    protected abstract boolean step() throws Exception;

    @Override
    public void start() {
        Thread fresh = Thread.ofVirtual()
                .name(queue.name().toLowerCase(java.util.Locale.ROOT))
                .unstarted(this::run);
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

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                if (!step()) {
                    wakes.await(queue);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (thread == Thread.currentThread()) {
                    log.warn("Work on {} failed and is tried again", queue, e);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }
}
