package org.dermarium.catalog.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.dermarium.events.EventJson;
import org.dermarium.events.Image;

/**
 * The images of a query as they were at one moment, in the order of their public ids: on disk, because there may be half
 * a million, and because what is read twice must be the same twice. Closing it removes it.
 */
public final class Snapshot implements AutoCloseable {

    static final String IMAGES = "images";

    private final Path folder;
    private final long count;
    private final SortedSet<String> columns;
    private final Map<String, Long> attributions;
    private final SortedSet<String> licenses;

    Snapshot(
            Path folder,
            long count,
            SortedSet<String> columns,
            Map<String, Long> attributions,
            SortedSet<String> licenses) {
        this.folder = folder;
        this.count = count;
        this.columns = Collections.unmodifiableSortedSet(columns);
        this.attributions = Map.copyOf(attributions);
        this.licenses = Collections.unmodifiableSortedSet(licenses);
    }

    public long count() {
        return count;
    }

    /** Metadata fields that at least one image has, by name. */
    public SortedSet<String> columns() {
        return columns;
    }

    public SortedSet<String> licenses() {
        return licenses;
    }

    /** How many images each attribution has. */
    public Map<String, Long> attributions() {
        return attributions;
    }

    /** Read one by one; to be closed. */
    public Stream<Image> images() {
        try {
            return Files.lines(folder.resolve(IMAGES), StandardCharsets.UTF_8)
                    .map(line -> EventJson.read(line.getBytes(StandardCharsets.UTF_8), Image.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that lives as long as the snapshot. */
    public Path companion(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        remove(folder);
    }

    static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
