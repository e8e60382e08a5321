package org.dermarium.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step on a thread of its own. Whatever the step throws, errors too, the loop pauses, counts it and goes on: a
 * loop that ends in silence is worse than one that fails again.
 */
public final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final String name;
    private final Step step;
    private final Counter failures;
    private volatile @Nullable Thread thread;
    private int failuresInARow;

    /**
     * @param name of the thread, and the tag {@code loop} of its metrics
     * @param step is called again as soon as it returns, so it waits for work by itself
     */
    public Loop(String name, Step step, MeterRegistry meters) {
        this.name = name;
        this.step = step;
        this.failures = Counter.builder("dermarium.loop.failures")
                .tag("loop", name)
                .description("steps that failed and are tried again")
                .register(meters);
        Gauge.builder("dermarium.loop.running", this, loop -> loop.isRunning() ? 1 : 0)
                .tag("loop", name)
                .description("1 while the loop goes on, 0 when it has ended")
                .register(meters);
    }

    /** One turn of a loop. */
    @FunctionalInterface
    public interface Step {

        /** Interrupted when the loop is to stop. */
        void run() throws Exception;
    }

    public void start() {
        Thread fresh = Thread.ofVirtual().name(name).unstarted(this::run);
        // Known before it runs: it looks here whether it may.
        thread = fresh;
        fresh.start();
    }

    /** Interrupts the step and waits for its end, three seconds at most. */
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(GRACE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether its thread lives. */
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private boolean mayRun() {
        return thread == Thread.currentThread();
    }

    private void run() {
        while (mayRun()) {
            try {
                step.run();
                failuresInARow = 0;
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    private void failed(Throwable failure) {
        if (!mayRun()) {
            return;
        }
        try {
            failures.increment();
            log.warn("{} failed and goes on", name, failure);
        } catch (Throwable e) {
            // Without memory even the log may fail. The pause below is what matters.
        }
        // An interrupt that did not come from stop() must not turn the pause into a busy loop.
        boolean ignored = Thread.interrupted();
        LockSupport.parkNanos(pause());
    }

    private long pause() {
        long pause = FIRST_PAUSE.toNanos() << Math.min(failuresInARow++, MOST_DOUBLINGS);
        return Math.min(pause, LONGEST_PAUSE.toNanos());
    }
}
