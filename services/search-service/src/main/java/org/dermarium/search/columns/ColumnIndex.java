package org.dermarium.search.columns;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dermarium.loop.Blocking;
import org.dermarium.loop.Loop;
import org.dermarium.search.columns.Changes.Change;
import org.dermarium.search.columns.table.Followed;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.search.index.ElasticSettings;
import org.dermarium.search.index.IndexAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Keeps a copy in columns of the index that is searched, and of the one that is being built to take its place, so that the
 * exchange finds it filled. After a start the whole index is read, then what changes.
 */
@Repository
class ColumnIndex implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ColumnIndex.class);

    /** Copies that were not heard of longer ago than this are asked no more. */
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private static final int BATCH = 1_000;
    private static final int BATCHES_OF_BUILDING = 2;

    private final ElasticIndices indices;
    private final Changes changes;
    private final Duration pause;
    private final Loop loop;
    private final Map<String, Copy> copies = new LinkedHashMap<>();
    private volatile @Nullable Searched searched;

    /** @param known when, by {@link System#nanoTime}, the index had nothing that the copy has not */
    private record Searched(Copy copy, long known) {

        boolean isTrusted() {
            return System.nanoTime() - known < TRUSTED.toNanos();
        }
    }

    ColumnIndex(ElasticIndices indices, Changes changes, ElasticSettings settings, MeterRegistry meters) {
        this.indices = indices;
        this.changes = changes;
        this.pause = settings.follow();
        this.loop = new Loop("columns", this::follow, meters);
        Gauge.builder("dermarium.columns.trusted", this, index -> index.isTrusted() ? 1 : 0)
                .description("1 while columns answer, 0 while Elasticsearch does in their place")
                .register(meters);
    }

    boolean isTrusted() {
        Searched now = searched;
        return now != null && now.isTrusted();
    }

    /** What one state of the columns answers; nothing while they cannot be trusted. */
    <T> Mono<T> read(Function<Copy.State, T> question) {
        Searched now = searched;
        return now != null && now.isTrusted() ? Blocking.call(() -> now.copy.read(question)) : Mono.empty();
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

    private void follow() throws Exception {
        ElasticIndices.Names names = indices.names();
        copies.keySet().retainAll(names.all());
        for (String name : names.searched()) {
            long asked = System.nanoTime();
            Copy copy = copies.computeIfAbsent(name, Copy::new);
            catchUp(copy, Long.MAX_VALUE);
            searched = new Searched(copy, asked);
        }
        for (String name : names.building()) {
            followBuilding(name);
        }
        Thread.sleep(pause);
    }

    /** A little at a time: what is searched must not wait for it. */
    private void followBuilding(String name) throws IOException {
        try {
            catchUp(copies.computeIfAbsent(name, Copy::new), BATCHES_OF_BUILDING);
        } catch (IndexAway beingMade) {
            log.debug("{} is not to be read now", name, beingMade);
        }
    }

    private void catchUp(Copy copy, long batches) throws IOException {
        long last = changes.last(copy.index());
        if (last <= copy.version()) {
            return;
        }
        changes.show(copy.index());
        boolean more = true;
        for (long batch = 0; more && batch < batches; batch++) {
            List<Change<Followed>> read = changes.after(copy.version(), copy.index(), BATCH, Followed.class);
            more = read.size() == BATCH && read.getLast().number() < last;
            long upTo = more ? read.getLast().number() : last;
            copy.write(table -> read.forEach(change -> table.put(change.id(), change.document())), upTo);
        }
    }
}
