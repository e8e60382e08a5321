package org.dermarium.search.rebuild;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.search.index.ImageProjection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Builds a new index from the topics beside the one that is searched, then exchanges the two. Meanwhile changes are
 * written to both, and documents merge by version, so that nothing is lost and every count is exact before and after.
 */
@Component
class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

    private final ElasticIndices indices;
    private final ImageProjection projection;
    private final KafkaReplay topics;
    private final Clock clock = Clock.systemUTC();
    private final AtomicReference<Progress> progress =
            new AtomicReference<>(new Progress(Phase.NEVER, 0, Instant.EPOCH, Duration.ZERO));

    Rebuild(ElasticIndices indices, ImageProjection projection, KafkaReplay topics) {
        this.indices = indices;
        this.projection = projection;
        this.topics = topics;
    }

    /** How far the last rebuild of this instance has come. */
    enum Phase {
        NEVER,
        RUNNING,
        DONE,
        FAILED
    }

    /** @param states read from the topics so far */
    record Progress(Phase phase, long states, Instant since, Duration took) {}

    Progress progress() {
        return progress.get();
    }

    /** Starts a rebuild in the background, unless one is running. */
    Progress start() {
        if (begin()) {
            Thread.ofVirtual().name("rebuild-index").start(this::run);
        }
        return progress.get();
    }

    /** Builds the next index, and searches it from then on. */
    void exchangeIndex() throws IOException {
        String next = indices.createNext(Long.toString(clock.millis()));
        count(topics.replay(Collection.class, projection::applyCollections));
        count(topics.replay(Membership.class, projection::applyMemberships));
        count(topics.replay(Image.class, projection::applyImages));
        indices.exchange(next);
    }

    private boolean begin() {
        Progress before = progress.get();
        return before.phase != Phase.RUNNING
                && progress.compareAndSet(before, new Progress(Phase.RUNNING, 0, clock.instant(), Duration.ZERO));
    }

    private void run() {
        try {
            exchangeIndex();
            end(Phase.DONE);
            log.info("Index rebuilt: {}", progress.get());
        } catch (IOException | RuntimeException failure) {
            end(Phase.FAILED);
            log.error("Index not rebuilt, the one before is still searched", failure);
        }
    }

    private void count(long states) {
        progress.updateAndGet(p -> new Progress(p.phase, p.states + states, p.since, p.took));
    }

    private void end(Phase phase) {
        progress.updateAndGet(p -> new Progress(phase, p.states, p.since, Duration.between(p.since, clock.instant())));
    }
}
