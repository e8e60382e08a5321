package org.dermarium.archive.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipFormatTests {

    private static final long FIVE_GIB = 5L << 30;

    @TempDir
    private Path folder;

    @Test
    void makesArchivesOfMoreMembersThanSixteenBitsCount() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        List<byte[]> directory = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < 70_000; i++) {
            byte[] content = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            byte[] local = ZipFormat.local("n/" + i, content.length, crc(content));
            directory.add(ZipFormat.central("n/" + i, content.length, crc(content), offset));
            parts.add(local);
            parts.add(content);
            offset += local.length + content.length;
        }
        long size = directory.stream().mapToLong(d -> d.length).sum();
        parts.addAll(directory);
        parts.add(ZipFormat.end(70_000, size, offset));
        Path file = folder.resolve("many.zip");
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(70_000);
            assertThat(zip.getInputStream(zip.getEntry("n/69999")).readAllBytes())
                    .asString()
                    .isEqualTo("69999");
        }
    }

    @Test
    void writesLongNumbersWhereShortOnesEnd() {
        var local = little(ZipFormat.local("a", FIVE_GIB, 7));
        assertThat(local.getShort(4)).isEqualTo((short) 45);
        assertThat(local.getInt(18)).isEqualTo(-1);
        assertThat(local.getLong(31 + 4)).isEqualTo(FIVE_GIB);
        assertThat(local.getLong(31 + 12)).isEqualTo(FIVE_GIB);

        var far = little(ZipFormat.central("a", 10, 7, FIVE_GIB));
        assertThat(far.getInt(20)).isEqualTo(10);
        assertThat(far.getInt(42)).isEqualTo(-1);
        assertThat(far.getShort(47 + 2)).isEqualTo((short) 8);
        assertThat(far.getLong(47 + 4)).isEqualTo(FIVE_GIB);

        var end = little(ZipFormat.end(3, 100, FIVE_GIB));
        assertThat(end.capacity()).isEqualTo(98);
        assertThat(end.getLong(48)).isEqualTo(FIVE_GIB);
        assertThat(end.getLong(56 + 8)).isEqualTo(FIVE_GIB + 100);
        assertThat(ZipFormat.end(3, 100, 1_000)).hasSize(22);
    }

    @Test
    void readsAnyPartOfSegments() throws IOException {
        String text = "abcdefghij";
        for (int from = 0; from < text.length(); from++) {
            for (int to = from; to <= text.length(); to++) {
                try (var in = new SegmentStream(segments("abc", "", "d", "efghij"), from, to - from)) {
                    assertThat(in.readAllBytes()).asString().isEqualTo(text.substring(from, to));
                }
            }
        }
    }

    @Test
    void saysThatSegmentsEndEarly() {
        var in = new SegmentStream(segments("abc"), 1, 5);

        assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("3 bytes early");
    }

    @Test
    void noticesBytesThatAreNotThosePromised() {
        byte[] bytes = {1, 2, 3};
        assertThatThrownBy(() -> verified(bytes, 3, 1).readAllBytes()).hasMessageContaining("other bytes");
        assertThatThrownBy(() -> verified(bytes, 4, crc(bytes)).readAllBytes()).hasMessageContaining("fewer bytes");
        assertThatThrownBy(() -> verified(bytes, 2, crc(bytes)).readAllBytes()).hasMessageContaining("more bytes");
        assertThat(Assertions.catchThrowable(
                        () -> verified(bytes, 3, crc(bytes)).readAllBytes()))
                .isNull();
    }

    @Test
    void noticesBytesThatOnlyTheirDigestTellsApart() {
        byte[] bytes = {1, 2, 3};
        String other = Sums.of(new byte[] {3, 2, 1}).sha256();
        var in = new VerifiedStream(new ByteArrayInputStream(bytes), "x", 3, crc(bytes), other);

        assertThatThrownBy(in::readAllBytes).isInstanceOf(DamagedBytes.class).hasMessageContaining("other bytes");
    }

    @Test
    void makesArchivesBeyondFourGibibytesWithoutTheirBytes() {
        var member = new ZipMember("large", 7, new Segment(FIVE_GIB, from -> InputStream.nullInputStream()));
        var behind = ZipMember.text("small", "text");
        var archive = new ZipArchive(() -> Stream.of(member, behind));

        long contents = FIVE_GIB + 30 + 5 + 20 + 30 + 5 + 4;
        long directory = 46 + 5 + 20 + 46 + 5 + 12;
        assertThat(archive.size()).isEqualTo(contents + directory + 98);
        assertThat(archive.tag()).isEqualTo(new ZipArchive(() -> Stream.of(member, behind)).tag());
        assertThat(archive.tag()).isNotEqualTo(new ZipArchive(() -> Stream.of(behind, member)).tag());
    }

    private static InputStream verified(byte[] bytes, long size, long crc) {
        return new VerifiedStream(new ByteArrayInputStream(bytes), "x", size, crc);
    }

    private static Stream<Segment> segments(String... texts) {
        return Stream.of(texts).map(t -> Segment.of(t.getBytes(StandardCharsets.UTF_8)));
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
