package org.dermarium.catalog.metadata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.dermarium.archive.DescribedImage;
import org.dermarium.archive.MetadataCsv;
import org.dermarium.archive.Overview;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventJson;

/**
 * The images of a query as they were at one moment, in the order of their public ids: on disk, because there may be half
 * a million, and because what is read twice must be the same twice. Closing it removes it.
 */
public final class Snapshot implements AutoCloseable {

    static final String IMAGES = "images";

    private final Path folder;
    private final Overview overview;
    private final Guarded guarded;

    Snapshot(Path folder, Overview overview, Guarded guarded) {
        this.folder = folder;
        this.overview = overview;
        this.guarded = guarded;
    }

    Guarded guarded() {
        return guarded;
    }

    /** What the images have together. */
    public Overview overview() {
        return overview;
    }

    /** The metadata of all images as CSV; leaves the stream open. */
    public void writeMetadata(OutputStream out) throws IOException {
        try (Stream<Image> images = images()) {
            MetadataCsv.write(overview.columns(), images.map(DescribedImage::of), out);
        }
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

    /** The public id of the first image. */
    public String firstId() {
        try (Stream<Image> images = images()) {
            return Objects.requireNonNull(images.findFirst().orElseThrow().isicId());
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
