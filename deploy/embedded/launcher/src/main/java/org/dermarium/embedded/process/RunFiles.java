package org.dermarium.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** One small file per started process. They may lie: read through {@link Running#process()}. */
public record RunFiles(Path folder) {

    private static final String SUFFIX = ".run";

    public Optional<Running> find(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var fields = new Properties();
        try (var in = Files.newInputStream(file)) {
            fields.load(in);
            return Optional.of(parse(name, fields));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (RuntimeException torn) {
            // Cut short by a crash: the process, if it lives, is found by its marker.
            return Optional.empty();
        }
    }

    /** All of them, lowest tier first. */
    public List<Running> all() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .flatMap(name -> find(name).stream())
                    .sorted(Comparator.comparingInt(Running::tier).thenComparing(Running::name))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void write(Running running) {
        var fields = new Properties();
        fields.setProperty("tier", Integer.toString(running.tier()));
        fields.setProperty("pid", Long.toString(running.pid()));
        fields.setProperty("started", running.started().toString());
        fields.setProperty(
                "ports", running.ports().stream().map(String::valueOf).collect(Collectors.joining(",")));
        fields.setProperty("version", running.version());
        fields.setProperty("stop", running.stopSignal().name());
        Path fresh = folder.resolve(running.name() + ".new");
        try {
            try (var out = Files.newOutputStream(fresh)) {
                fields.store(out, null);
            }
            Files.move(
                    fresh, file(running.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    private static Running parse(String name, Properties fields) {
        return new Running(
                name,
                Integer.parseInt(fields.getProperty("tier")),
                Long.parseLong(fields.getProperty("pid")),
                Instant.parse(fields.getProperty("started")),
                Arrays.stream(fields.getProperty("ports").split(","))
                        .filter(port -> !port.isEmpty())
                        .map(Integer::valueOf)
                        .toList(),
                StopSignal.valueOf(fields.getProperty("stop")),
                fields.getProperty("version", ""));
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
