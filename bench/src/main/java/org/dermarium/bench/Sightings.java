package org.dermarium.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks in one query for all images that are awaited: one each would measure the asking. */
final class Sightings implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Archive archive;
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final Thread watch = Thread.ofVirtual().unstarted(this::watch);

    Sightings(Archive archive) {
        this.archive = archive;
        watch.start();
    }

    /** The moment, as {@link System#nanoTime}, at which a search finds it. */
    CompletableFuture<Long> of(String isicId) {
        return awaited.computeIfAbsent(isicId, id -> new CompletableFuture<>());
    }

    private void watch() {
        try {
            look();
        } catch (RuntimeException e) {
            awaited.values().forEach(sighting -> sighting.completeExceptionally(e));
        }
    }

    private void look() {
        while (!Thread.interrupted()) {
            List<String> ids = List.copyOf(awaited.keySet());
            if (!ids.isEmpty()) {
                List<String> found = archive.found(ids);
                long now = System.nanoTime();
                found.forEach(id -> of(id).complete(now));
                found.forEach(awaited::remove);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
