package org.dermarium.embedded.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the machine, looked up as a shell does. */
final class Installed {

    private Installed() {}

    static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        // Where packages put daemons that a normal user's PATH leaves out.
        return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin", "/usr/local/bin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
