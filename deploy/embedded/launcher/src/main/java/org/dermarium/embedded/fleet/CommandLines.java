package org.dermarium.embedded.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dermarium.embedded.process.Running;

/** Command lines of the machine's processes, as far as the caller may see them. */
final class CommandLines {

    private static final int SHOWN = 120;

    private CommandLines() {}

    /** Live processes whose command line has {@code marker} in it; the caller's own process and its parents excepted. */
    static List<ProcessHandle> containing(String marker) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && process.isAlive())
                .filter(process -> of(process).contains(marker))
                .filter(process -> !Running.isZombie(process.pid()))
                .toList();
    }

    /** Empty when the process ended or belongs to somebody whose command lines are hidden. */
    static String of(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (!Files.exists(file)) {
            return process.info().commandLine().orElse("");
        }
        try {
            return Files.readString(file).replace('\0', ' ').strip();
        } catch (IOException ended) {
            return "";
        }
    }

    static String shortened(ProcessHandle process) {
        String line = of(process);
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }
}
