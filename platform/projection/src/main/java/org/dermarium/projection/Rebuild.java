package org.dermarium.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the service's read models anew from their topics, one after the other. */
public final class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final Supplier<List<ReadModel>> models;
    private final KafkaConsumers consumers;
    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Progress> progress =
            new AtomicReference<>(new Progress(Phase.NEVER, 0, Instant.EPOCH, Duration.ZERO));

    /** @param models asked at each rebuild */
    Rebuild(Supplier<List<ReadModel>> models, KafkaConsumers consumers) {
        this.models = models;
        this.consumers = consumers;
    }

    /** How far the last rebuild of this instance has come. */
    public enum Phase {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /** @param states read from the topics so far */
    public record Progress(Phase phase, long states, Instant since, Duration took) {}

    public Progress progress() {
        return progress.get();
    }

    /** Starts a rebuild in the background, unless one is running. */
    public Progress start() {
        if (begin()) {
            Thread.ofVirtual().name("rebuild").start(this::run);
        }
        return progress.get();
    }

    /**
     * Rebuilds and waits for the end; for a service that has nothing to read yet.
     *
     * @throws Exception what had to be read before is read still
     */
    public void now() throws Exception {
        for (ReadModel model : models.get()) {
            model.rebuild(new Topics(consumers, this::count));
        }
    }

    private boolean begin() {
        Progress before = progress.get();
        return before.phase != Phase.RUNNING
                && progress.compareAndSet(before, new Progress(Phase.RUNNING, 0, clock.instant(), Duration.ZERO));
    }

    /** Catches everything: a rebuild must not seem to run for ever. */
    private void run() {
        try {
            now();
            end(Phase.DONE);
            log.info("Read models rebuilt: {}", progress.get());
        } catch (Throwable failure) {
            end(Phase.FAILED);
            log.error("Read models not rebuilt, what was read before is read still", failure);
        }
    }

    private void count(long states) {
        progress.updateAndGet(p -> new Progress(p.phase, p.states + states, p.since, p.took));
    }

    private void end(Phase phase) {
        progress.updateAndGet(p -> new Progress(phase, p.states, p.since, Duration.between(p.since, clock.instant())));
    }
}
