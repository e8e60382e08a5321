package org.dermarium.blobs.ledger;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets the janitor clean, and then the sweep look for more. Nothing that goes wrong ends it. */
class JanitorLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JanitorLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Janitor janitor;
    private final Sweep sweep;
    private volatile @Nullable Thread thread;

    JanitorLoop(Janitor janitor, Sweep sweep) {
        this.janitor = janitor;
        this.sweep = sweep;
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofVirtual().name("janitor").unstarted(this::run);
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
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        boolean isOpen = false;
        while (thread == Thread.currentThread()) {
            try {
                if (!isOpen) {
                    sweep.open();
                    isOpen = true;
                }
                if (!janitor.clean() && !sweep.look()) {
                    LockSupport.parkNanos(LOOK.toNanos());
                }
            } catch (Throwable e) {
                if (thread == Thread.currentThread()) {
                    log.warn("Removing objects failed and is tried again", e);
                    LockSupport.parkNanos(AFTER_FAILURE.toNanos());
                }
            }
        }
    }
}
