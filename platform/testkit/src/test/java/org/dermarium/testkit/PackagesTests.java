package org.dermarium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The packages of all modules: one with many files hides what belongs together. */
class PackagesTests {

    private static final int MOST_FILES = 12;
    private static final Path ROOT = Path.of("../..");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Set<String> NO_MODULES = Set.of("target", "node_modules", "test", "resources");

    @Test
    void holdAtMostTwelveFiles() throws IOException {
        Map<Path, Integer> packages = packages();
        assertThat(packages)
                .containsKey(ROOT.resolve("platform/testkit").resolve(SOURCES).resolve("org/dermarium/testkit"))
                .allSatisfy((name, files) -> assertThat(files)
                        .as("files of %s, which may be cut along its seams", name)
                        .isLessThanOrEqualTo(MOST_FILES));
    }

    private static Map<Path, Integer> packages() throws IOException {
        var packages = new TreeMap<Path, Integer>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isHidden = name.startsWith(".") && !folder.equals(ROOT);
                return isHidden || NO_MODULES.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isCounted(file)) {
                    packages.merge(file.getParent(), 1, Integer::sum);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return packages;
    }

    private static boolean isCounted(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java")
                && !name.equals("package-info.java")
                && file.toString().contains(SOURCES.toString());
    }
}
