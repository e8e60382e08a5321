package org.dermarium.doi.release.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dermarium.archive.zip.Sums;
import org.dermarium.blobs.BlobStore;
import org.dermarium.doi.DoiApplication;
import org.dermarium.doi.dataset.DataSet.DataFile.Kind;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.release.FreezeOrder;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running service in its own corner of the servers, and words for ordering releases and looking at them. */
@SpringBootTest(classes = DoiApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class ReleaseCase {

    private static Isolation isolation;

    @Autowired
    protected BlobStore blobs;

    @Autowired
    protected Releases releases;

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "doi");
        isolation.topics().create();
        registry.add("dermarium.release.lease", () -> "2s");
        registry.add("dermarium.release.longest-pause", () -> "1s");
    }

    protected static Isolation isolation() {
        return isolation;
    }

    protected static String doi(String suffix) {
        return "10.5072/dermarium." + suffix;
    }

    /** Public images whose files are in storage; nobody is told of them yet. */
    protected List<Image> images(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> stored(ImageBuilder.anImage()
                        .published()
                        .license(i % 2 == 0 ? "CC-BY" : "CC-0")
                        .attribution(i == 0 ? "Clinic, A" : "Clinic B")
                        .sex("male")
                        .ageApprox(30 + i)
                        .build()))
                .toList();
    }

    protected void tell(EventType type, List<Image> states) {
        isolation.topics().publish(type, states.toArray(Image[]::new));
    }

    protected List<Image> told(int count) {
        List<Image> images = images(count);
        tell(EventType.IMAGE_PUBLISHED, images);
        return images;
    }

    protected static List<String> ids(List<Image> images) {
        return images.stream().map(Image::isicId).toList();
    }

    protected Image stored(Image draft) {
        byte[] bytes = bytes(draft);
        String key = "images/" + draft.isicId() + ".jpg";
        return ImageBuilder.withFull(draft, write(key, bytes));
    }

    protected StoredObject write(String key, byte[] bytes) {
        return blobs.putPublic(
                isolation.publicBucket(), key, "image/jpeg", new ByteArrayInputStream(bytes), bytes.length);
    }

    protected static byte[] bytes(Image image) {
        return LesionImages.jpeg(image.id(), 96, 72);
    }

    protected Supplement supplement(String name, byte[] bytes) {
        String key = "uploads/" + Sums.of(name.getBytes(StandardCharsets.UTF_8)).sha256();
        blobs.put(isolation.privateBucket(), key, "text/plain", new ByteArrayInputStream(bytes), bytes.length);
        return new Supplement(name, "About " + name, bytes.length, "text/plain", key);
    }

    protected void order(String doi, List<Image> images, Supplement... supplements) {
        releases.order(new FreezeOrder(doi, "my-set", ids(images), Arrays.asList(supplements)))
                .block();
    }

    protected Release frozen(String doi) {
        Eventually.until(doi + " is frozen", () -> release(doi).state() == Release.State.FROZEN);
        return release(doi);
    }

    protected Release release(String doi) {
        return releases.of(doi).blockOptional().orElseThrow();
    }

    protected byte[] read(Release release, Kind kind) throws IOException {
        return read(release.files().stream()
                .filter(f -> f.kind() == kind)
                .findFirst()
                .orElseThrow()
                .key());
    }

    protected byte[] read(String key) throws IOException {
        try (InputStream in = blobs.open(isolation.publicBucket(), key)) {
            return in.readAllBytes();
        }
    }

    protected static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(all.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return all;
    }

    protected static Stream<String> paths(List<Image> images) {
        return images.stream().map(i -> "images/" + i.isicId() + ".jpg").sorted();
    }
}
