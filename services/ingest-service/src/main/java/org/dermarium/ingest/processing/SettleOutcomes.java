package org.dermarium.ingest.processing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dermarium.loop.Loop;
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
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(1);
    private static final int MOST = 500;

    private final AccessionQueue queue;
    private final Timer committing;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final Pace pace = new Pace(INTERVAL, LONGEST_INTERVAL);
    private final List<Waiting> batch = new ArrayList<>();
    private final Loop loop;
    private long rested = System.nanoTime();

    SettleOutcomes(AccessionQueue queue, MeterRegistry meters) {
        this.queue = queue;
        this.loop = new Loop("settle-outcomes", this::step, meters);
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
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** A batch that could not be written is tried again: the images are stored under their names already. */
    private void step() throws InterruptedException {
        if (batch.isEmpty()) {
            gather();
        }
        try {
            write(batch);
        } catch (IllegalArgumentException | DataIntegrityViolationException e) {
            log.error("A batch of {} outcomes cannot be written whole", batch.size(), e);
            writeOneByOne();
        }
        rested = System.nanoTime() + pace.rest(batch.size());
        batch.clear();
    }

    /** What waits, and what comes until this moment. */
    private void gather() throws InterruptedException {
        @Nullable Waiting next = waiting.take();
        while (next != null) {
            batch.add(next);
            next = batch.size() < MOST ? waiting.poll(rested - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
        }
    }

    /** One outcome that nothing can be done with must not hold up the others. */
    private void writeOneByOne() {
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

    private void write(List<Waiting> outcomes) {
        committing.record(
                () -> queue.settle(outcomes.stream().map(Waiting::outcome).toList()));
        outcomes.forEach(written -> written.afterwards().run());
    }
}
