package org.dermarium.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Material that may not be shipped lies beside the project; tests on it are skipped where it is absent. */
final class SharedFolder {

    private SharedFolder() {}

    static Path file(String name) {
        String given = System.getenv("DERMARIUM_SHARED");
        Path folder = given == null ? RunningArchive.ROOT.resolveSibling("shared") : Path.of(given);
        assumeTrue(Files.exists(folder.resolve(name)), () -> name + " is not in ../shared nor in $DERMARIUM_SHARED");
        return folder.resolve(name);
    }
}
