package org.dermarium.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.dermarium.events.StoredObject;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link BlobStore} owes those who write and read objects. */
public abstract class ObjectsContract extends BlobStoreCase {

    protected ObjectsContract(BlobStore blobs, String privateBucket, String publicBucket) {
        super(blobs, privateBucket, publicBucket);
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] bytes = bytes(300_000);

        put(bytes);

        try (var in = blobs.open(privateBucket, key)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(blobs.stat(privateBucket, key)).contains(new Stat(bytes.length, "image/jpeg"));
    }

    @Test
    void fingerprintsInTheSamePassWhetherTheSizeIsKnownOrNot() throws Exception {
        byte[] bytes = bytes(1_000_000);
        var crc = new CRC32();
        crc.update(bytes);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        for (long size : new long[] {bytes.length, -1}) {
            StoredObject stored = blobs.put(privateBucket, key, "image/jpeg", new ByteArrayInputStream(bytes), size);

            assertThat(stored)
                    .isEqualTo(
                            new StoredObject(privateBucket, key, bytes.length, sha256, crc.getValue(), "image/jpeg"));
        }
    }

    @Test
    void listsWhatBeginsWithAPrefixPageByPage() {
        String folder = "lists/" + UUID.randomUUID() + "/";
        for (String name : List.of("b", "a", "c")) {
            blobs.put(privateBucket, folder + name, "text/plain", new ByteArrayInputStream(new byte[3]), 3);
        }

        var first = blobs.list(privateBucket, folder, "", 2);
        var rest = blobs.list(privateBucket, folder, folder + "b", 2);

        assertThat(first).extracting(BlobStore.Listed::key).containsExactly(folder + "a", folder + "b");
        assertThat(rest).extracting(BlobStore.Listed::key).containsExactly(folder + "c");
        assertThat(rest.getFirst().size()).isEqualTo(3);
        assertThat(rest.getFirst().modified())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(blobs.list("never-made-" + UUID.randomUUID(), "", "", 10)).isEmpty();
    }

    @Test
    void keepsAnEmptyObject() throws IOException {
        put(new byte[0]);

        try (var in = blobs.open(privateBucket, key)) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void streamsMoreThanAnyBuffer() throws Exception {
        long size = 21 * MIB + 7;

        StoredObject stored = blobs.put(privateBucket, key, "application/zip", new Pattern(size), -1);

        assertThat(stored.size()).isEqualTo(size);
        try (var in = blobs.open(privateBucket, key)) {
            assertThat(sha256(new Pattern(size))).isEqualTo(stored.sha256());
            assertThat(sha256(in)).isEqualTo(stored.sha256());
        }
        assertThat(blobs.stat(privateBucket, key)).contains(new Stat(size, "application/zip"));
    }

    @Test
    void opensRangesAndCutsThemAtTheEnd() throws IOException {
        byte[] bytes = bytes(10_000);
        put(bytes);

        assertThat(range(0, 10)).isEqualTo(Arrays.copyOf(bytes, 10));
        assertThat(range(9_990, 10)).isEqualTo(Arrays.copyOfRange(bytes, 9_990, 10_000));
        assertThat(range(9_990, 500)).isEqualTo(Arrays.copyOfRange(bytes, 9_990, 10_000));
        assertThat(range(5, 0)).isEmpty();
        assertThatThrownBy(() -> range(10_000, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsMissingObjectsApart() {
        assertThatThrownBy(() -> blobs.open(privateBucket, key)).isInstanceOf(BlobMissing.class);
        assertThatThrownBy(() -> blobs.open("no-such-bucket-" + UUID.randomUUID(), key))
                .isInstanceOf(BlobMissing.class);
        assertThat(blobs.stat(privateBucket, key)).isEmpty();
        assertThatThrownBy(() -> blobs.copy(privateBucket, key, privateBucket, key + "2", false))
                .isInstanceOf(BlobMissing.class)
                .hasMessageContaining(key);
    }

    @Test
    void deletesOnceAndAgain() {
        put(bytes(10));

        blobs.delete(privateBucket, key);
        blobs.delete(privateBucket, key);

        assertThat(blobs.stat(privateBucket, key)).isEmpty();
    }

    @Test
    void leavesTheOldObjectWhenTheStreamIsNotAsAnnounced() throws IOException {
        byte[] old = bytes(100);
        put(old);

        assertThatThrownBy(() -> blobs.put(privateBucket, key, "image/jpeg", new ByteArrayInputStream(bytes(50)), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 bytes, the stream has 50");
        assertThatThrownBy(() -> blobs.put(privateBucket, key, "image/jpeg", new Pattern(9 * MIB), 9 * MIB + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.put(privateBucket, key, "image/jpeg", new Broken(9 * MIB), -1))
                .isInstanceOf(UncheckedIOException.class);

        try (var in = blobs.open(privateBucket, key)) {
            assertThat(in.readAllBytes()).isEqualTo(old);
        }
    }

    @Test
    void reportsWhatIsToBeCopiedAsMissing() {
        assertThatThrownBy(() -> blobs.copy(privateBucket, "gone/" + key, publicBucket, "copied/" + key, true))
                .isInstanceOf(BlobMissing.class);
        assertThat(blobs.stat(publicBucket, "copied/" + key)).isEmpty();
    }

    private static String sha256(InputStream in) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static final class Broken extends Pattern {
        Broken(long after) {
            super(after);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next < 0) {
                throw new IOException("the line was cut");
            }
            return next;
        }
    }
}
