package org.dermarium.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Material that may not be shipped lies beside the project; tests on it are skipped where it is absent. */
public final class SharedFolder {

    private SharedFolder() {}

    /** @param name below the folder; the test is skipped where it is not there */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        assumeTrue(Files.isReadable(file), () -> name + " is not in ../shared nor in $DERMARIUM_SHARED");
        return file;
    }

    private static Path folder() {
        String given = System.getenv("DERMARIUM_SHARED");
        return given != null
                ? Path.of(given)
                : Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                        .map(path -> path.resolveSibling("shared"))
                        .filter(path -> Files.isDirectory(path.resolve("cases")))
                        .findFirst()
                        .orElse(Path.of("no-shared-folder"));
    }
}
