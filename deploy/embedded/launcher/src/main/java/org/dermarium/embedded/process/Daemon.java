package org.dermarium.embedded.process;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A process to be kept running.
 *
 * @param name unique within an installation; names its log and its run file
 * @param tier processes of a lower tier start first and stop last
 * @param ports what it listens on, its main one first; checked to be free before anything is started
 * @param version changes when the program does; a process of another version is started anew. Asked only at a start.
 * @param marker text that only this process has on its command line, by which it is found when its run file is lost
 * @param patience how long it may take to become ready
 */
public record Daemon(
        String name,
        int tier,
        List<Integer> ports,
        Supplier<String> version,
        String marker,
        Launch launch,
        Readiness readiness,
        StopSignal stopSignal,
        Duration patience) {

    /** Writes the configuration and gives the command; called only when the process is really to be started. */
    @FunctionalInterface
    public interface Launch {
        ProcessBuilder prepare() throws Exception;
    }
}
