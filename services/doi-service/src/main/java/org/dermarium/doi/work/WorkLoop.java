package org.dermarium.doi.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes up what is due, piece by piece, on some threads of its own. A step MUST be safe to repeat: after a failure it is
 * tried again, and after a crash the next process does so.
 */
public abstract class WorkLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final String name;
    private final int width;
    private final Wakes wakes;
    private volatile List<Thread> threads = List.of();

    /** @param width how many pieces are done at a time */
    protected WorkLoop(String name, int width, Wakes wakes) {
        this.name = name;
        this.width = width;
        this.wakes = wakes;
    }

    /** Does the next piece; false when nothing is due. */
    protected abstract boolean step() throws Exception;

    @Override
    public void start() {
        // Known before they run: they look here whether they may.
        threads = IntStream.range(0, width)
                .mapToObj(i -> Thread.ofVirtual().name(name + "-" + i).unstarted(this::run))
                .toList();
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        List<Thread> running = threads;
        threads = List.of();
        running.forEach(Thread::interrupt);
        running.forEach(WorkLoop::awaitEnd);
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void run() {
        while (mayRun()) {
            try {
                if (!step()) {
                    wakes.await();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Errors too: a loop that ends in silence is worse than one that fails again.
                if (mayRun()) {
                    log.warn("Work of {} failed and is tried again", name, e);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /** What was begun is put back, so that another instance goes on at once. */
    private static void awaitEnd(Thread thread) {
        try {
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean mayRun() {
        return threads.contains(Thread.currentThread());
    }
}
