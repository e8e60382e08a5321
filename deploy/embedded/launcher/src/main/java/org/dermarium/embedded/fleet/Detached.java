package org.dermarium.embedded.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command in a session of its own: it neither hears Ctrl-C nor ends with the terminal. */
public final class Detached {

    private static final String SETSID = "/usr/bin/setsid";

    private Detached() {}

    /** Unchanged where the machine has no {@code setsid}. */
    public static List<String> command(List<String> command) {
        if (!Files.isExecutable(Path.of(SETSID))) {
            return command;
        }
        return Stream.concat(Stream.of(SETSID), command.stream()).toList();
    }
}
