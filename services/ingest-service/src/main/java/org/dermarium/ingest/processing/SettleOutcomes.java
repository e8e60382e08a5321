package org.dermarium.ingest.processing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.outbox.Pace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Writes outcomes: while one transaction commits, and in the rest after it, those that come in gather for the next.
 */
@Component
class SettleOutcomes implements SmartLifecycle {

    static final Duration INTERVAL = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(SettleOutcomes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private final AccessionQueue queue;
    private final Wakes wakes;
    private final Timer committing;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Thread thread;

    SettleOutcomes(AccessionQueue queue, Wakes wakes, MeterRegistry meters) {
        this.queue = queue;
        this.wakes = wakes;
        this.committing = Timer.builder("dermarium.ingest.settle")
                .description("time to write a batch of outcomes and their events")
                .publishPercentileHistogram()
                .register(meters);
    }

    private record Waiting(Outcome outcome, Runnable afterwards) {}

    /** @param afterwards run when it is written */
    void add(Outcome outcome, Runnable afterwards) {
        waiting.add(new Waiting(outcome, afterwards));
    }

    @Override
    public void start() {
        Thread fresh = Thread.ofVirtual().name("settle-outcomes").unstarted(this::run);
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
        List<Waiting> batch = new ArrayList<>();
        var pace = new Pace(INTERVAL, LONGEST_INTERVAL);
        long rested = System.nanoTime();
        while (isRunning()) {
            try {
                if (batch.isEmpty()) {
                    gather(batch, rested);
                }
                write(batch);
                rested = System.nanoTime() + pace.rest(batch.size());
                batch.clear();
            } catch (InterruptedException e) {
                return;
            } catch (IllegalArgumentException | DataIntegrityViolationException e) {
                log.error("A batch of {} outcomes cannot be written whole", batch.size(), e);
                writeOneByOne(batch);
                batch.clear();
            } catch (RuntimeException e) {
                if (isRunning()) {
                    // The images are stored under their names already; writing again does no harm.
                    log.warn("{} outcomes could not be written and are tried again", batch.size(), e);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /** What waits, and what comes until this moment. */
    private void gather(List<Waiting> batch, long rested) throws InterruptedException {
        @Nullable Waiting next = waiting.take();
        while (next != null) {
            batch.add(next);
            next = batch.size() < MOST ? waiting.poll(rested - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
        }
    }

    /** One outcome that nothing can be done with must not hold up the others. */
    private void writeOneByOne(List<Waiting> batch) {
        for (Waiting one : batch) {
            try {
                write(List.of(one));
            } catch (RuntimeException e) {
                log.error(
                        "Accession {} is left to its lease",
                        one.outcome().claim().accession(),
                        e);
                one.afterwards().run();
            }
        }
    }

    private void write(List<Waiting> batch) {
        List<Accession> changed = java.util.Objects.requireNonNull(committing.record(
                () -> queue.settle(batch.stream().map(Waiting::outcome).toList())));
        if (changed.stream().anyMatch(accession -> Boolean.TRUE.equals(accession.review()))) {
            wakes.wake(Queue.PUBLICATIONS);
        }
        batch.forEach(written -> written.afterwards().run());
    }
}
