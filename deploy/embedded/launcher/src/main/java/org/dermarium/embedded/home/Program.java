package org.dermarium.embedded.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.dermarium.embedded.fleet.CannotStart;

/** Copies what the build made into the installation. */
public final class Program {

    private Program() {}

    /** Makes {@code target} equal to {@code source}, touching only what differs; call it while nothing runs from there. */
    public static Path install(Path source, Path target) throws IOException {
        if (!Files.isDirectory(source)) {
            throw new CannotStart(source + " is missing: it was not built. ./dermarium up builds it.");
        }
        if (Files.isDirectory(target)) {
            removeForeign(source, target);
        }
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (differs(file, copy)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return target;
    }

    private static boolean differs(Path file, Path copy) throws IOException {
        return !Files.exists(copy)
                || Files.size(copy) != Files.size(file)
                || !Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(file));
    }

    /** An older version of a jar beside the newer one would be on the class path too. */
    private static void removeForeign(Path source, Path target) throws IOException {
        try (var files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!Files.exists(source.resolve(target.relativize(file).toString()))) {
                    Files.delete(file);
                }
            }
        }
    }
}
