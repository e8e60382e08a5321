package org.dermarium.catalog.metadata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dermarium.archive.DescribedImage;
import org.dermarium.archive.Overview;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventJson;

/** Writes images to disk, one a line, and notes what they have in common. */
final class SnapshotWriter {

    private final Path folder;
    private final OutputStream out;
    private final Overview overview = new Overview();
    private final Guarded guarded = new Guarded();

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
        overview.add(DescribedImage.of(image));
        guarded.add(image);
    }

    Snapshot finish() {
        closeFile();
        return new Snapshot(folder, overview, guarded);
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
