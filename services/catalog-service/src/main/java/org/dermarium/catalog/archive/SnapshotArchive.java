package org.dermarium.catalog.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.dermarium.archive.zip.ZipArchive;
import org.dermarium.archive.zip.ZipMember;
import org.dermarium.blobs.BlobStore;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.dictionary.License;
import org.dermarium.events.Image;

/** The archive of a snapshot: images first, by id, then {@code metadata.csv}, {@code attribution.txt}, the licences. */
final class SnapshotArchive {

    private SnapshotArchive() {}

    /** Reads the whole snapshot. */
    static ZipArchive of(Snapshot snapshot, BlobStore blobs) throws IOException {
        List<ZipMember> companions = companions(snapshot);
        return new ZipArchive(() -> Stream.concat(
                snapshot.images().map(i -> ZipMember.object(path(i), i.full(), blobs)), companions.stream()));
    }

    /** Asks for the first object, so that an outage is told in time. */
    static void checkStorage(Snapshot snapshot, BlobStore blobs) {
        try (Stream<Image> images = snapshot.images()) {
            images.findFirst()
                    .ifPresent(i -> blobs.stat(i.full().bucket(), i.full().key()));
        }
    }

    static String path(Image image) {
        return ZipMember.imageName(Objects.requireNonNull(image.isicId()), image.full());
    }

    private static List<ZipMember> companions(Snapshot snapshot) throws IOException {
        List<ZipMember> all = new ArrayList<>();
        all.add(metadata(snapshot));
        all.add(ZipMember.text("attribution.txt", snapshot.overview().attributions()));
        for (String license : snapshot.overview().licenses()) {
            String code = License.named(license).map(License::text).orElse(license);
            all.add(ZipMember.text("licenses/" + license + ".txt", code));
        }
        return List.copyOf(all);
    }

    private static ZipMember metadata(Snapshot snapshot) throws IOException {
        Path file = snapshot.companion("metadata.csv");
        CRC32 crc32 = new CRC32();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            snapshot.writeMetadata(new CheckedOutputStream(out, crc32));
        }
        return ZipMember.file("metadata.csv", file, Files.size(file), crc32.getValue());
    }
}
