package org.dermarium.embedded.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dermarium.embedded.process.Progress;

/** Says now and then for whom the launcher still waits, so that a slow start does not look like a dead one. */
final class Waiting implements AutoCloseable {

    private static final long SECONDS_BETWEEN_NEWS = 10;

    private final Instant begin = Instant.now();
    private final Set<String> names;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    Waiting(Collection<String> names, Progress progress) {
        this.names = new ConcurrentSkipListSet<>(names);
        clock.scheduleAtFixedRate(() -> tell(progress), SECONDS_BETWEEN_NEWS, SECONDS_BETWEEN_NEWS, TimeUnit.SECONDS);
    }

    void isOver(String name) {
        names.remove(name);
    }

    private void tell(Progress progress) {
        if (!names.isEmpty()) {
            String waited = Progress.seconds(Duration.between(begin, Instant.now()));
            progress.say("  ... " + waited + ", waiting for " + String.join(", ", names));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
