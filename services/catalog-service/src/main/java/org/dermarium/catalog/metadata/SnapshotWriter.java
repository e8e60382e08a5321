package org.dermarium.catalog.metadata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.events.EventJson;
import org.dermarium.events.Image;

/** Writes images to disk, one a line, and notes what they have in common. */
final class SnapshotWriter {

    private final Path folder;
    private final OutputStream out;
    private final SortedSet<String> columns = new TreeSet<>();
    private final SortedSet<String> licenses = new TreeSet<>();
    private final Map<String, Long> attributions = new HashMap<>();
    private long count;

    SnapshotWriter() {
        try {
            folder = Files.createTempDirectory("dermarium-snapshot-");
            out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(Snapshot.IMAGES)), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Image image) {
        try {
            out.write(EventJson.write(image));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        columns.addAll(image.metadata().fields().keySet());
        licenses.add(image.license());
        attributions.merge(image.attribution(), 1L, Long::sum);
        count++;
    }

    Snapshot finish() {
        closeFile();
        return new Snapshot(folder, count, columns, attributions, licenses);
    }

    void discard() {
        closeFile();
        Snapshot.remove(folder);
    }

    private void closeFile() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
