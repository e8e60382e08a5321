package org.dermarium.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process that was started, by the pair that names it for good: a pid alone is given to another process after a
 * crash or a reboot.
 *
 * @param version of the program it runs; empty when that is not known
 * @param started as the operating system tells it, to about 10 ms
 */
public record Running(
        String name, int tier, long pid, Instant started, List<Integer> ports, StopSignal stopSignal, String version) {

    /** The system computes start times from a clock that may be set by a second while the process runs. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    public static Running of(Daemon daemon, ProcessHandle process, String version) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new Running(
                daemon.name(), daemon.tier(), process.pid(), started, daemon.ports(), daemon.stopSignal(), version);
    }

    /** The live process, or nothing when it ended, also when its pid was taken over by a stranger or nobody reaped it. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::isSame)
                .filter(found -> !isZombie(pid));
    }

    private boolean isSame(ProcessHandle found) {
        return found.info()
                .startInstant()
                .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_STEP) <= 0)
                .orElse(true);
    }

    /** In a container without an init process nobody reaps orphans; they keep pid and start time for ever. */
    public static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return false;
        }
        try {
            String line = Files.readString(stat);
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException | UncheckedIOException ended) {
            return true;
        }
    }
}
