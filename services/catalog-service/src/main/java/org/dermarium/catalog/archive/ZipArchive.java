package org.dermarium.catalog.archive;

import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.dermarium.blobs.BlobStore;
import org.dermarium.catalog.license.License;
import org.dermarium.catalog.metadata.MetadataCsv;
import org.dermarium.catalog.metadata.Snapshot;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;

/**
 * A ZIP archive of a snapshot that is nowhere whole: its length and its tag are computed, its bytes come from object
 * storage while they are sent. Images first, by id, then {@code metadata.csv}, {@code attribution.txt} and the licences.
 */
final class ZipArchive {

    private final Snapshot snapshot;
    private final BlobStore blobs;
    private final List<ZipMember> companions;
    private final long members;
    private final long directory;
    private final byte[] end;
    private final long size;
    private final String tag;

    /** Reads the whole snapshot. */
    ZipArchive(Snapshot snapshot, BlobStore blobs) throws IOException {
        this.snapshot = snapshot;
        this.blobs = blobs;
        this.companions = companions(snapshot);
        MessageDigest digest = sha256();
        long[] sums = new long[3];
        try (Stream<ZipMember> all = members()) {
            all.forEach(member -> {
                digest.update(member.central(0));
                sums[2] += member.central(sums[1]).length;
                sums[1] += member.sizeWithHeader();
                sums[0]++;
            });
        }
        members = sums[0];
        directory = sums[1];
        end = ZipFormat.end(members, sums[2], directory);
        size = directory + sums[2] + end.length;
        tag = '"' + HexFormat.of().formatHex(digest.digest(), 0, 16) + '"';
    }

    long size() {
        return size;
    }

    /** Equal for equal archives (RFC 9110 §8.8.3, strong). */
    String tag() {
        return tag;
    }

    /** Opens the bytes from {@code from}. */
    SegmentStream open(long from, long length) {
        return new SegmentStream(segments(), from, length);
    }

    /** Asks for the first object, so that an outage is told in time. */
    void checkStorage() {
        try (Stream<Image> images = snapshot.images()) {
            images.findFirst()
                    .ifPresent(i -> blobs.stat(i.full().bucket(), i.full().key()));
        }
    }

    private Stream<Segment> segments() {
        Stream<Segment> contents = members().flatMap(m -> Stream.of(Segment.of(m.local()), m.content()));
        long[] offset = new long[1];
        Stream<Segment> headers = members().map(m -> {
            byte[] header = m.central(offset[0]);
            offset[0] += m.sizeWithHeader();
            return Segment.of(header);
        });
        return Stream.concat(Stream.concat(contents, headers), Stream.of(Segment.of(end)));
    }

    private Stream<ZipMember> members() {
        return Stream.concat(snapshot.images().map(this::member), companions.stream());
    }

    private ZipMember member(Image image) {
        StoredObject full = image.full();
        var content = new Segment(full.size(), from -> {
            var bytes = from == 0
                    ? blobs.open(full.bucket(), full.key())
                    : blobs.open(full.bucket(), full.key(), from, full.size() - from);
            long crc32 = from == 0 ? full.crc32() : VerifiedStream.ANY;
            return new VerifiedStream(bytes, full.key(), full.size() - from, crc32);
        });
        return new ZipMember(path(image), full.crc32(), content);
    }

    static String path(Image image) {
        String key = image.full().key();
        return Objects.requireNonNull(image.isicId()) + key.substring(key.lastIndexOf('.'));
    }

    private static List<ZipMember> companions(Snapshot snapshot) throws IOException {
        List<ZipMember> all = new ArrayList<>();
        all.add(file("metadata.csv", snapshot));
        all.add(text("attribution.txt", MetadataCsv.attributions(snapshot)));
        for (String license : snapshot.licenses()) {
            String code = License.named(license).map(License::text).orElse(license);
            all.add(text("licenses/" + license + ".txt", code));
        }
        return List.copyOf(all);
    }

    private static ZipMember file(String name, Snapshot snapshot) throws IOException {
        Path file = snapshot.companion(name);
        CRC32 crc32 = new CRC32();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            MetadataCsv.write(snapshot, new CheckedOutputStream(out, crc32));
        }
        var content = new Segment(Files.size(file), from -> {
            var in = new FileInputStream(file.toFile());
            in.skipNBytes(from);
            return in;
        });
        return new ZipMember(name, crc32.getValue(), content);
    }

    private static ZipMember text(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return new ZipMember(name, crc32.getValue(), Segment.of(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
