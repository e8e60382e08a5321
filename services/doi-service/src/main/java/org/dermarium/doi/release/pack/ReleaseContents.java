package org.dermarium.doi.release.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dermarium.archive.Manifest;
import org.dermarium.archive.MetadataCsv;
import org.dermarium.archive.Overview;
import org.dermarium.archive.zip.Sums;
import org.dermarium.archive.zip.ZipArchive;
import org.dermarium.archive.zip.ZipMember;
import org.dermarium.blobs.BlobStore;
import org.dermarium.dictionary.License;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.events.StoredObject;

/**
 * All that a release is made of, in the order of its paths: equal members and supplements make equal bytes, whenever and by
 * whomever they are packed. Metadata and manifest lie on disk until it is closed.
 */
public final class ReleaseContents implements AutoCloseable {

    /** A member of the archive with the checksum that the manifest gives. */
    private record Part(ZipMember member, String sha256) {}

    private final Path folder;
    private final SpooledFile metadata;
    private final SpooledFile manifest;
    private final ZipArchive archive;

    /**
     * Goes over the members several times.
     *
     * @param members by public id, the same ones at each call
     * @param supplements by their paths in the archive
     */
    public ReleaseContents(
            Supplier<Stream<Member>> members, SortedMap<String, StoredObject> supplements, BlobStore blobs)
            throws IOException {
        folder = Files.createTempDirectory("dermarium-release-");
        try {
            Overview overview = overview(members);
            metadata = SpooledFile.write(folder.resolve("metadata"), out -> writeMetadata(members, overview, out));
            Supplier<Stream<Part>> before = () -> Stream.concat(
                    Stream.of(text(ReleaseLayout.ATTRIBUTION, overview.attributions())),
                    Stream.concat(
                            members.get().map(m -> image(m, blobs)),
                            overview.licenses().stream().map(ReleaseContents::license)));
            List<Part> behind = Stream.concat(
                            Stream.of(new Part(metadata.member(ReleaseLayout.METADATA), metadata.sha256())),
                            supplements.entrySet().stream().map(s -> object(s.getKey(), s.getValue(), blobs)))
                    .toList();
            manifest = SpooledFile.write(
                    folder.resolve("manifest"),
                    out -> writeManifest(Stream.concat(before.get(), behind.stream()), out));
            ZipMember listed = manifest.member(ReleaseLayout.MANIFEST);
            archive = new ZipArchive(() -> Stream.concat(
                    Stream.concat(before.get().map(Part::member), Stream.of(listed)),
                    behind.stream().map(Part::member)));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    public ZipArchive archive() {
        return archive;
    }

    SpooledFile metadata() {
        return metadata;
    }

    SpooledFile manifest() {
        return manifest;
    }

    /** @param path of the same file beside the archive */
    public FrozenFile metadataFile(String path) {
        return file(Kind.METADATA, path, "Metadata of the images, one a line", "text/csv", metadata);
    }

    public FrozenFile manifestFile() {
        return file(
                Kind.MANIFEST, ReleaseLayout.MANIFEST, "SHA-256 of every file in the archive", "text/plain", manifest);
    }

    private static FrozenFile file(Kind kind, String path, String description, String type, SpooledFile spooled) {
        return new FrozenFile(kind, path, description, type, spooled.size(), spooled.sha256(), spooled::open);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Overview overview(Supplier<Stream<Member>> members) {
        var overview = new Overview();
        members.get().forEach(m -> overview.add(m.image()));
        return overview;
    }

    private static void writeMetadata(Supplier<Stream<Member>> members, Overview overview, OutputStream out)
            throws IOException {
        MetadataCsv.write(overview.columns(), members.get().map(Member::image), out);
    }

    private static void writeManifest(Stream<Part> parts, OutputStream out) throws IOException {
        for (Part part : (Iterable<Part>) parts::iterator) {
            Manifest.write(new Manifest.Entry(part.member.path(), part.sha256), out);
        }
    }

    private static Part image(Member member, BlobStore blobs) {
        String path = ReleaseLayout.image(member.image().isicId(), member.full());
        return object(path, member.full(), blobs);
    }

    private static Part object(String path, StoredObject object, BlobStore blobs) {
        return new Part(ZipMember.provenObject(path, object, blobs), object.sha256());
    }

    private static Part license(String license) {
        String code = License.named(license).map(License::text).orElse(license);
        return text(ReleaseLayout.license(license), code);
    }

    private static Part text(String path, String text) {
        String sha256 = Sums.of(text.getBytes(StandardCharsets.UTF_8)).sha256();
        return new Part(ZipMember.text(path, text), sha256);
    }
}
