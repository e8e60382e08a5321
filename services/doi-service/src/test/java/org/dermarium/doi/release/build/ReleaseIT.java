package org.dermarium.doi.release.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dermarium.testkit.ImageBuilder.anImage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.archive.Manifest;
import org.dermarium.archive.zip.Segment;
import org.dermarium.archive.zip.Sums;
import org.dermarium.archive.zip.ZipArchive;
import org.dermarium.archive.zip.ZipMember;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.doi.release.Release;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

class ReleaseIT extends ReleaseCase {

    @Autowired
    private RebuildRelease rebuild;

    @Autowired
    private DatabaseClient db;

    @TempDir
    private Path folder;

    @Test
    void packsEverythingInTheOrderOfPaths() throws Exception {
        List<Image> images = told(5);
        byte[] protocol = "how it was done".getBytes(StandardCharsets.UTF_8);
        order(doi("order"), images.reversed(), supplement("Protokoll ü.txt", protocol), supplement("a.txt", protocol));

        Release release = frozen(doi("order"));
        Map<String, byte[]> zip = unpacked(read(release, Kind.BUNDLE));

        assertThat(zip.keySet())
                .containsExactlyElementsOf(Stream.of(
                                Stream.of("attribution.txt"),
                                paths(images),
                                Stream.of(
                                        "licenses/CC-0.txt",
                                        "licenses/CC-BY.txt",
                                        "manifest-sha256.txt",
                                        "metadata.csv",
                                        "supplements/Protokoll ü.txt",
                                        "supplements/a.txt"))
                        .flatMap(paths -> paths)
                        .toList());
        assertThat(zip.get("supplements/a.txt")).isEqualTo(protocol);
        assertThat(new String(zip.get("attribution.txt"), StandardCharsets.UTF_8))
                .isEqualTo("Clinic B\n\nClinic, A");
        for (Image image : images) {
            assertThat(zip.get("images/" + image.isicId() + ".jpg")).isEqualTo(bytes(image));
        }
        String csv = new String(zip.get("metadata.csv"), StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst()).hasValue("isic_id,attribution,copyright_license,age_approx,sex");
        assertThat(csv.lines()).hasSize(6);
        assertThat(release.bytesDone()).isEqualTo(release.bytesTotal()).isPositive();
    }

    @Test
    void publishesFilesWithTheirChecksumsBesideTheArchive() throws Exception {
        order(doi("files"), told(3), supplement("b.txt", "b".getBytes(StandardCharsets.UTF_8)));

        Release release = frozen(doi("files"));
        Map<String, byte[]> zip = unpacked(read(release, Kind.BUNDLE));

        assertThat(release.files().stream().map(DataFile::key))
                .containsExactly(
                        "dois/10.5072-dermarium.files/my-set.zip",
                        "dois/10.5072-dermarium.files/my-set.csv",
                        "dois/10.5072-dermarium.files/manifest-sha256.txt",
                        "dois/10.5072-dermarium.files/supplements/b.txt");
        for (DataFile file : release.files()) {
            byte[] bytes = read(file.key());
            assertThat(bytes).hasSize((int) file.size());
            assertThat(Sums.of(bytes).sha256()).isEqualTo(file.sha256());
        }
        assertThat(read(release, Kind.METADATA)).isEqualTo(zip.get("metadata.csv"));
        assertThat(read(release, Kind.MANIFEST)).isEqualTo(zip.get("manifest-sha256.txt"));
        List<Manifest.Entry> listed = manifest(release);
        assertThat(listed).hasSize(zip.size() - 1);
        assertThat(listed)
                .allSatisfy(e -> assertThat(Sums.of(zip.get(e.path())).sha256()).isEqualTo(e.sha256()));
    }

    /** The file systems below object storage and of those who unpack it take names of 255 bytes. */
    @Test
    void freezesSupplementsWithTheLongestNamesThatPeopleGive() throws Exception {
        byte[] protocol = "how it was done".getBytes(StandardCharsets.UTF_8);
        String longest = "ü".repeat(240) + ".csv";
        order(doi("long-name"), told(1), supplement(longest, protocol), supplement("a:b.csv", protocol));

        Release release = frozen(doi("long-name"));
        DataFile file = release.files().get(3);

        assertThat(file.name().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
        assertThat(read(file.key())).isEqualTo(protocol);
        assertThat(unpacked(read(release, Kind.BUNDLE)))
                .containsKeys("supplements/" + file.name(), "supplements/a_b.csv");
        assertThat(rebuild.rebuild(release).isIdentical()).isTrue();
    }

    @Test
    void passesTheTestOfUnzip() throws Exception {
        order(doi("unzip"), told(3));
        Path file = Files.write(folder.resolve("x.zip"), read(frozen(doi("unzip")), Kind.BUNDLE));

        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unzip")), "unzip is installed");
        var unzip = new ProcessBuilder("unzip", "-t", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(unzip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(unzip.waitFor()).as(said).isZero();
        assertThat(said).contains("No errors detected");
    }

    @Test
    void rebuildsTheSameBytesFromTheRows() throws Exception {
        order(doi("rows"), told(4), supplement("c.txt", new byte[100]));
        Release release = frozen(doi("rows"));

        var rebuilt = rebuild.rebuild(release);

        assertThat(rebuilt.isIdentical()).isTrue();
        assertThat(rebuilt.sha256()).isEqualTo(release.files().getFirst().sha256());
    }

    @Test
    void canBeRebuiltByAnybodyFromTheManifestAlone() throws Exception {
        List<Image> images = told(4);
        order(doi("alone"), images, supplement("d.txt", new byte[100]));
        Release release = frozen(doi("alone"));
        byte[] manifest = read(release, Kind.MANIFEST);
        Map<String, byte[]> bySum = new HashMap<>();
        unpacked(read(release, Kind.BUNDLE))
                .values()
                .forEach(bytes -> bySum.put(Sums.of(bytes).sha256(), bytes));

        List<ZipMember> members = Stream.concat(
                        manifest(release).stream(),
                        Stream.of(new Manifest.Entry(
                                Manifest.NAME, Sums.of(manifest).sha256())))
                .sorted(Comparator.comparing(Manifest.Entry::path, Manifest.ORDER))
                .map(e -> member(e.path(), bySum.get(e.sha256())))
                .toList();
        var archive = new ZipArchive(members::stream);

        assertThat(archive.open(0, archive.size()).readAllBytes()).isEqualTo(read(release, Kind.BUNDLE));
    }

    @Test
    void makesTheSameArchiveOfTheSameImagesWhateverTheirOrder() throws Exception {
        List<Image> images = told(4);
        order(doi("one"), images);
        order(doi("two"), images.reversed());

        assertThat(read(frozen(doi("one")), Kind.BUNDLE)).isEqualTo(read(frozen(doi("two")), Kind.BUNDLE));
    }

    @Test
    void waitsUntilAllImagesAreKnownToBePublic() {
        List<Image> images = images(2);
        Image embargoed = anImage(images.getFirst().id())
                .embargoed()
                .isicId(images.getFirst().isicId())
                .version(0)
                .build();
        tell(EventType.IMAGE_PUBLISHED, List.of(embargoed));
        order(doi("waits"), images);

        Eventually.await(
                "it says what it waits for",
                () -> assertThat(release(doi("waits")))
                        .satisfies(r -> assertThat(r.state()).isEqualTo(Release.State.BUILDING))
                        .satisfies(r -> assertThat(r.problem())
                                .isEqualTo("Waits to hear that 2 images are public, among them "
                                        + String.join(", ", ids(images)) + ".")));
        tell(EventType.IMAGE_RELEASED, images);

        assertThat(frozen(doi("waits")).problem()).isNull();
    }

    @Test
    void leavesOutWhatWasWithdrawnBeforeItWasGathered() throws Exception {
        List<Image> images = images(3);
        Image gone = anImage(images.getLast().id())
                .published()
                .isicId(images.getLast().isicId())
                .withdrawn("consent")
                .version(9)
                .build();
        tell(EventType.IMAGE_WITHDRAWN, List.of(gone));
        order(doi("gone"), images);
        tell(EventType.IMAGE_PUBLISHED, images);

        Map<String, byte[]> zip = unpacked(read(frozen(doi("gone")), Kind.BUNDLE));

        assertThat(zip.keySet().stream().filter(p -> p.startsWith("images/")))
                .containsExactlyElementsOf(paths(images.subList(0, 2)).toList());
    }

    @Test
    void keepsWhatIsWithdrawnLater() throws Exception {
        List<Image> images = told(3);
        order(doi("later"), images);
        Release before = frozen(doi("later"));
        byte[] zip = read(before, Kind.BUNDLE);
        Image member = images.getFirst();

        tell(
                EventType.IMAGE_WITHDRAWN,
                List.of(anImage(member.id())
                        .published()
                        .isicId(member.isicId())
                        .withdrawn("consent")
                        .version(9)
                        .build()));
        Eventually.until(
                "the withdrawal is heard",
                () -> db.sql("select visibility from image where isic_id = :id")
                        .bind("id", member.isicId())
                        .mapValue(String.class)
                        .one()
                        .block()
                        .equals("withdrawn"));
        blobs.delete(member.full().bucket(), member.full().key());
        order(doi("later"), images.subList(1, 3));

        assertThat(release(doi("later"))).isEqualTo(before);
        assertThat(read(before, Kind.BUNDLE)).isEqualTo(zip);
        assertThat(unpacked(zip).get("images/" + member.isicId() + ".jpg")).isEqualTo(bytes(member));
    }

    @Test
    void frozenRowsCannotBeChangedByAnyone() {
        order(doi("stone"), told(2));
        frozen(doi("stone"));

        for (String sql : List.of(
                "update release set slug = 'x' where doi = :doi",
                "delete from release_member where doi = :doi",
                "update release_member set license = 'CC-0' where doi = :doi")) {
            assertThatThrownBy(
                            () -> db.sql(sql).bind("doi", doi("stone")).then().block())
                    .hasMessageContaining("is frozen");
        }
    }

    private List<Manifest.Entry> manifest(Release release) throws IOException {
        return Manifest.read(new ByteArrayInputStream(read(release, Kind.MANIFEST)));
    }

    private static ZipMember member(String path, byte[] bytes) {
        return new ZipMember(path, Sums.of(bytes).crc32(), Segment.of(bytes));
    }
}
