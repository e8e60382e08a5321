package org.dermarium.catalog.metadata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.archive.DescribedImage;
import org.dermarium.archive.Overview;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventJson;

/** Writes images to disk, one a line, and notes what they have in common. */
final class SnapshotWriter {

    private final Path folder;
    private final OutputStream out;
    private final Overview overview = new Overview();
    private final List<String> guarded = new ArrayList<>();

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
        // Of public images the first tells whether the collection may still be seen.
        if (!image.isPublic() || guarded.isEmpty()) {
            guarded.add(image.isicId());
        }
    }

    Snapshot finish() {
        closeFile();
        return new Snapshot(folder, overview, List.copyOf(guarded));
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
