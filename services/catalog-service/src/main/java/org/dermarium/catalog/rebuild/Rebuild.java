package org.dermarium.catalog.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.dermarium.catalog.image.R2dbcReadModel;
import org.dermarium.events.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the read model of images anew from the topic, beside the one that is read, and exchanges them in one
 * transaction: readers see the old one until the new one is whole. What consumers apply meanwhile is carried over by
 * version. Collections, shares and pins are this service's own truth and stay.
 */
@Component
class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final R2dbcReadModel images;
    private final R2dbcExchange exchange;
    private final KafkaReplay topic;
    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Progress> progress =
            new AtomicReference<>(new Progress(Phase.NEVER, 0, Instant.EPOCH, Duration.ZERO));

    Rebuild(R2dbcReadModel images, R2dbcExchange exchange, KafkaReplay topic) {
        this.images = images;
        this.exchange = exchange;
        this.topic = topic;
    }

    /** How far the last rebuild of this instance has come. */
    enum Phase {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /** @param states read from the topic so far */
    record Progress(Phase phase, long states, Instant since, Duration took) {}

    Progress progress() {
        return progress.get();
    }

    /** Starts in the background, unless one is running. */
    Progress start() {
        Progress before = progress.get();
        var begun = new Progress(Phase.RUNNING, 0, clock.instant(), Duration.ZERO);
        if (before.phase == Phase.RUNNING || !progress.compareAndSet(before, begun)) {
            return progress.get();
        }
        Thread.ofVirtual().name("rebuild-images").start(this::run);
        return begun;
    }

    private void run() {
        try {
            OffsetDateTime begun = Objects.requireNonNull(exchange.begin().block(LIMIT));
            topic.replay(this::gather);
            Long rows = exchange.finish(begun).block(LIMIT);
            end(Phase.DONE);
            log.info("Read model of images rebuilt with {} rows: {}", rows, progress.get());
        } catch (RuntimeException failure) {
            end(Phase.FAILED);
            log.error("Read model of images not rebuilt, the one before is still read", failure);
        }
    }

    private void gather(List<Image> states) {
        images.merge(R2dbcReadModel.Target.REBUILD, states).block(LIMIT);
        progress.updateAndGet(p -> new Progress(p.phase, p.states + states.size(), p.since, p.took));
    }

    private void end(Phase phase) {
        progress.updateAndGet(p -> new Progress(phase, p.states, p.since, Duration.between(p.since, clock.instant())));
    }
}
