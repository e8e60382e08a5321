package org.dermarium.embedded.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.dermarium.embedded.fleet.CannotStart;

/**
 * PostgreSQL's {@code postmaster.pid}. After a kill -9 it stays, and a server whose pid is still in the process table
 * (not reaped, or given to a stranger) would refuse to start for ever.
 */
record PostmasterLock(Path data) {

    /** Backends notice the postmaster's death at their next wait for a client. */
    private static final Duration BACKENDS_END = Duration.ofSeconds(15);

    void removeIfStale() throws IOException, InterruptedException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        Instant end = Instant.now().plus(BACKENDS_END);
        while (isInUse()) {
            if (Instant.now().isAfter(end)) {
                throw new CannotStart("Processes of a crashed PostgreSQL still work in " + data);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Files.deleteIfExists(file);
    }

    /** Every PostgreSQL process has the data directory as its working directory; a dead one has none. */
    private boolean isInUse() {
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "cwd"))
                .anyMatch(this::isHere);
    }

    private boolean isHere(Path workingDirectory) {
        try {
            return Files.readSymbolicLink(workingDirectory).equals(data);
        } catch (IOException endedOrHidden) {
            return false;
        }
    }
}
