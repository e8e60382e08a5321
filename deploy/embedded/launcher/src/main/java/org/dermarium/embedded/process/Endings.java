package org.dermarium.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** One small file for each process that ended without being stopped, kept until somebody stops or starts it. */
public record Endings(Path folder) {

    private static final String SUFFIX = ".ended";

    public Optional<Ending> find(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var fields = new Properties();
        try (var in = Files.newInputStream(file)) {
            fields.load(in);
            return Optional.of(parse(fields));
        } catch (IOException | RuntimeException deletedOrForeign) {
            return Optional.empty();
        }
    }

    public void write(String name, Ending ending) {
        var fields = new Properties();
        fields.setProperty("pid", Long.toString(ending.pid()));
        fields.setProperty("at", ending.at().toString());
        ending.exit().ifPresent(status -> fields.setProperty("exit", Integer.toString(status)));
        fields.setProperty("restarts", Integer.toString(ending.restarts()));
        fields.setProperty("in-a-row", Integer.toString(ending.inARow()));
        Path fresh = folder.resolve(name + SUFFIX + ".new");
        try {
            try (var out = Files.newOutputStream(fresh)) {
                fields.store(out, null);
            }
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Ending parse(Properties fields) {
        String exit = fields.getProperty("exit", "");
        return new Ending(
                Long.parseLong(fields.getProperty("pid")),
                Instant.parse(fields.getProperty("at")),
                exit.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(exit)),
                Integer.parseInt(fields.getProperty("restarts")),
                Integer.parseInt(fields.getProperty("in-a-row")));
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
