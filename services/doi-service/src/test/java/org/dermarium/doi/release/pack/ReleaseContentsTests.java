package org.dermarium.doi.release.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.archive.DescribedImage;
import org.dermarium.archive.Manifest;
import org.dermarium.events.Metadata;
import org.dermarium.events.StoredObject;
import org.junit.jupiter.api.Test;

class ReleaseContentsTests {

    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final SortedMap<String, StoredObject> NOTHING = new TreeMap<>();

    @Test
    void manifestListsEverythingBesidesItselfByPath() throws IOException {
        SortedMap<String, StoredObject> beside = new TreeMap<>(Manifest.ORDER);
        beside.put("supplements/a.txt", object("uploads/7", 3));
        try (var contents = contents(3, 1_000, beside);
                InputStream in = contents.manifest().open()) {
            assertThat(Manifest.read(in).stream().map(Manifest.Entry::path))
                    .containsExactly(
                            "attribution.txt",
                            "images/ISIC_0000000.jpg",
                            "images/ISIC_0000001.jpg",
                            "images/ISIC_0000002.jpg",
                            "licenses/CC-0.txt",
                            "metadata.csv",
                            "supplements/a.txt")
                    .isSortedAccordingTo(Manifest.ORDER);
        }
    }

    @Test
    void equalMembersMakeEqualFiles() throws IOException {
        try (var one = contents(50, 1_000, NOTHING);
                var two = contents(50, 1_000, NOTHING);
                var other = contents(50, 1_001, NOTHING)) {
            assertThat(one.metadata().sha256()).isEqualTo(two.metadata().sha256());
            assertThat(one.manifest().sha256()).isEqualTo(two.manifest().sha256());
            assertThat(one.archive().tag())
                    .isEqualTo(two.archive().tag())
                    .isNotEqualTo(other.archive().tag());
        }
    }

    @Test
    void knowsTheSizeOfArchivesBeyondFourGibibytes() throws IOException {
        long fiveGibibytes = 5L << 30;
        try (var contents = contents(2, fiveGibibytes, NOTHING);
                var small = contents(2, 1, NOTHING)) {
            // Local headers of both and central headers of all behind the first take their 64-bit forms, and so does
            // the end.
            assertThat(contents.archive().size() - small.archive().size())
                    .isEqualTo(2 * (fiveGibibytes - 1) + 2 * 20 + 20 + 28 + 3 * 12 + 76);
        }
    }

    @Test
    void leavesNothingOnDisk() throws IOException {
        var contents = contents(2, 10, NOTHING);
        Path file = contents.metadata().file();
        assertThat(file).exists();

        contents.close();

        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void tellsTheChecksumBeforeTheEndIsSeen() throws IOException {
        byte[] bytes = "archive".getBytes(StandardCharsets.UTF_8);
        List<String> told = new ArrayList<>();
        Map<Long, Integer> progress = new HashMap<>();
        var in = new WatchedStream(
                new ByteArrayInputStream(bytes), 7, done -> progress.merge(done, 1, Integer::sum), told::add);

        assertThat(in.readNBytes(4)).asString(StandardCharsets.UTF_8).isEqualTo("arch");
        assertThat(told).isEmpty();
        assertThat(in.readNBytes(100)).asString(StandardCharsets.UTF_8).isEqualTo("ive");
        assertThat(told).hasSize(1);
        assertThat(in.readNBytes(100)).isEmpty();
        assertThat(told).hasSize(1);
        assertThat(progress).containsKeys(4L, 7L);
    }

    @Test
    void saysThatAnArchiveEndsEarly() {
        var in = new WatchedStream(new ByteArrayInputStream(new byte[5]), 7, done -> {}, sha256 -> {});

        assertThatThrownBy(() -> in.readNBytes(100)).hasMessageContaining("2 bytes early");
    }

    private static ReleaseContents contents(int images, long size, SortedMap<String, StoredObject> beside)
            throws IOException {
        return new ReleaseContents(() -> members(images, size), beside, null);
    }

    private static Stream<Member> members(int count, long size) {
        return IntStream.range(0, count).mapToObj(i -> {
            String id = "ISIC_%07d".formatted(i);
            return new Member(
                    new DescribedImage(id, "Clinic", "CC-0", Metadata.NONE), object("images/" + id + ".jpg", size));
        });
    }

    private static StoredObject object(String key, long size) {
        return new StoredObject("bucket", key, size, SHA, 7, "image/jpeg");
    }
}
