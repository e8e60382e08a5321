package org.dermarium.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.dermarium.blobs.MultipartUpload.Part;
import org.dermarium.events.StoredObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link BlobStore} owes its callers. */
public abstract class BlobStoreContract {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MIB = 1 << 20;

    private final BlobStore blobs = store();
    private final String key = "images/" + UUID.randomUUID() + ".jpg";

    protected abstract BlobStore store();

    protected abstract String privateBucket();

    protected abstract String publicBucket();

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] bytes = bytes(300_000);

        put(bytes);

        try (var in = blobs.open(privateBucket(), key)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(blobs.stat(privateBucket(), key)).contains(new Stat(bytes.length, "image/jpeg"));
    }

    @Test
    void fingerprintsInTheSamePassWhetherTheSizeIsKnownOrNot() throws Exception {
        byte[] bytes = bytes(1_000_000);
        var crc = new CRC32();
        crc.update(bytes);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        for (long size : new long[] {bytes.length, -1}) {
            StoredObject stored = blobs.put(privateBucket(), key, "image/jpeg", new ByteArrayInputStream(bytes), size);

            assertThat(stored)
                    .isEqualTo(
                            new StoredObject(privateBucket(), key, bytes.length, sha256, crc.getValue(), "image/jpeg"));
        }
    }

    @Test
    void listsWhatBeginsWithAPrefixPageByPage() {
        String folder = "lists/" + UUID.randomUUID() + "/";
        for (String name : List.of("b", "a", "c")) {
            blobs.put(privateBucket(), folder + name, "text/plain", new ByteArrayInputStream(new byte[3]), 3);
        }

        var first = blobs.list(privateBucket(), folder, "", 2);
        var rest = blobs.list(privateBucket(), folder, folder + "b", 2);

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

        try (var in = blobs.open(privateBucket(), key)) {
            assertThat(in.readAllBytes()).isEmpty();
        }
    }

    @Test
    void streamsMoreThanAnyBuffer() throws Exception {
        long size = 21 * MIB + 7;

        StoredObject stored = blobs.put(privateBucket(), key, "application/zip", new Pattern(size), -1);

        assertThat(stored.size()).isEqualTo(size);
        try (var in = blobs.open(privateBucket(), key)) {
            assertThat(new Pattern(size).sha256()).isEqualTo(stored.sha256());
            assertThat(sha256(in)).isEqualTo(stored.sha256());
        }
        assertThat(blobs.stat(privateBucket(), key)).contains(new Stat(size, "application/zip"));
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
        assertThatThrownBy(() -> blobs.open(privateBucket(), key)).isInstanceOf(BlobMissing.class);
        assertThatThrownBy(() -> blobs.open("no-such-bucket-" + UUID.randomUUID(), key))
                .isInstanceOf(BlobMissing.class);
        assertThat(blobs.stat(privateBucket(), key)).isEmpty();
        assertThatThrownBy(() -> blobs.copy(privateBucket(), key, privateBucket(), key + "2", false))
                .isInstanceOf(BlobMissing.class)
                .hasMessageContaining(key);
    }

    @Test
    void deletesOnceAndAgain() {
        put(bytes(10));

        blobs.delete(privateBucket(), key);
        blobs.delete(privateBucket(), key);

        assertThat(blobs.stat(privateBucket(), key)).isEmpty();
    }

    @Test
    void leavesTheOldObjectWhenTheStreamIsNotAsAnnounced() throws IOException {
        byte[] old = bytes(100);
        put(old);

        assertThatThrownBy(
                        () -> blobs.put(privateBucket(), key, "image/jpeg", new ByteArrayInputStream(bytes(50)), 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 bytes, the stream has 50");
        assertThatThrownBy(() -> blobs.put(privateBucket(), key, "image/jpeg", new Pattern(9 * MIB), 9 * MIB + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blobs.put(privateBucket(), key, "image/jpeg", new Broken(9 * MIB), -1))
                .isInstanceOf(UncheckedIOException.class);

        try (var in = blobs.open(privateBucket(), key)) {
            assertThat(in.readAllBytes()).isEqualTo(old);
        }
    }

    @Test
    void keepsPrivateObjectsFromUnsignedReaders() throws Exception {
        put(bytes(100));

        URI unsigned = withoutQuery(blobs.presignedGet(privateBucket(), key, soon()));

        assertThat(get(unsigned).statusCode()).isEqualTo(403);
    }

    @Test
    void letsEverybodyReadPublicObjects() throws Exception {
        byte[] small = bytes(100);
        blobs.putPublic(publicBucket(), key, "image/jpeg", new ByteArrayInputStream(small), small.length);

        HttpResponse<byte[]> answer = get(blobs.publicUrl(key));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(small);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void letsEverybodyReadLargePublicObjects() throws Exception {
        blobs.putPublic(publicBucket(), key, "application/zip", new Pattern(9 * MIB), -1);

        assertThat(get(blobs.publicUrl(key)).body()).hasSize(9 * MIB);
    }

    @Test
    void copiesToThePublicWithItsType() throws Exception {
        byte[] bytes = bytes(5_000);
        put(bytes);

        blobs.copy(privateBucket(), key, publicBucket(), "copied/" + key, true);

        HttpResponse<byte[]> answer = get(blobs.publicUrl("copied/" + key));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void copiesInPrivateStayPrivate() throws Exception {
        put(bytes(10));

        blobs.copy(privateBucket(), key, publicBucket(), "private/" + key, false);

        assertThat(get(blobs.publicUrl("private/" + key)).statusCode()).isEqualTo(403);
    }

    @Test
    void reportsWhatIsToBeCopiedAsMissing() {
        assertThatThrownBy(() -> blobs.copy(privateBucket(), "gone/" + key, publicBucket(), "copied/" + key, true))
                .isInstanceOf(BlobMissing.class);
        assertThat(blobs.stat(publicBucket(), "copied/" + key)).isEmpty();
    }

    @Test
    void signsReadingWithRange() throws Exception {
        byte[] bytes = bytes(1_000);
        put(bytes);
        URI signed = blobs.presignedGet(privateBucket(), key, soon());

        assertThat(get(signed).body()).isEqualTo(bytes);
        var part = HTTP.send(
                HttpRequest.newBuilder(signed).header("Range", "bytes=10-19").build(), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
    }

    @Test
    void signsTheSameAllDay() {
        Instant until = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(7, ChronoUnit.DAYS);

        assertThat(blobs.presignedGet(privateBucket(), key, until))
                .isEqualTo(blobs.presignedGet(privateBucket(), key, until));
    }

    @Test
    void refusesChangedAndExpiredSignatures() throws Exception {
        put(bytes(10));
        blobs.put(privateBucket(), key + "x", "image/jpeg", new ByteArrayInputStream(bytes(10)), 10);
        String signed = blobs.presignedGet(privateBucket(), key, soon()).toString();

        assertThat(get(URI.create(signed.replace(key, key + "x"))).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(signed.replaceAll("X-Amz-Expires=\\d+", "X-Amz-Expires=604799")))
                        .statusCode())
                .isEqualTo(403);
        URI expired = blobs.presignedGet(privateBucket(), key, Instant.now().minusSeconds(5));
        assertThat(get(expired).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> blobs.presignedGet(privateBucket(), key, soon().plus(Duration.ofDays(8))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNamesOfAllAlphabets() throws Exception {
        String strange = "uploads/" + UUID.randomUUID() + "/Läsion (2) + naevus & co %41 日本~!*'.jpg";
        byte[] bytes = bytes(10);

        blobs.put(privateBucket(), strange, "image/jpeg", new ByteArrayInputStream(bytes), -1);

        assertThat(get(blobs.presignedGet(privateBucket(), strange, soon())).body())
                .isEqualTo(bytes);
        assertThat(blobs.stat(privateBucket(), strange)).isPresent();
    }

    @Test
    void letsAStrangerUploadInParts() throws Exception {
        byte[] first = bytes(5 * MIB);
        byte[] second = bytes(1_234);
        MultipartUpload upload = blobs.begin(privateBucket(), key, "image/jpeg");

        List<Part> parts = List.of(
                new Part(2, send(blobs.presignedPart(upload, 2), second)),
                new Part(1, send(blobs.presignedPart(upload, 1), first)));
        assertThat(blobs.stat(privateBucket(), key)).isEmpty();
        HttpResponse<String> completed = complete(upload, parts);

        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
        assertThat(blobs.stat(privateBucket(), key)).contains(new Stat(5L * MIB + 1_234, "image/jpeg"));
        assertThat(range(5L * MIB, 1_234)).isEqualTo(second);
    }

    @Test
    void letsAStrangerUploadOneSmallPart() throws Exception {
        byte[] only = bytes(700);
        MultipartUpload upload = blobs.begin(privateBucket(), key, "text/csv");

        complete(upload, List.of(new Part(1, send(blobs.presignedPart(upload, 1), only))));

        assertThat(range(0, 700)).isEqualTo(only);
    }

    @Test
    void abortsOnceAndAgain() throws Exception {
        MultipartUpload upload = blobs.begin(privateBucket(), key, "image/jpeg");
        String etag = send(blobs.presignedPart(upload, 1), bytes(10));

        blobs.abort(upload);
        blobs.abort(upload);

        assertThat(complete(upload, List.of(new Part(1, etag))).statusCode()).isBetween(400, 499);
        assertThat(blobs.stat(privateBucket(), key)).isEmpty();
    }

    private void put(byte[] bytes) {
        blobs.put(privateBucket(), key, "image/jpeg", new ByteArrayInputStream(bytes), bytes.length);
    }

    private byte[] range(long offset, long length) throws IOException {
        try (var in = blobs.open(privateBucket(), key, offset, length)) {
            return in.readAllBytes();
        }
    }

    private HttpResponse<String> complete(MultipartUpload upload, List<Part> parts) throws Exception {
        var request = HttpRequest.newBuilder(blobs.presignedComplete(upload))
                .POST(BodyPublishers.ofString(MultipartUpload.completion(parts)));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String send(URI url, byte[] bytes) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(url)
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<byte[]> get(URI url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    private static URI withoutQuery(URI url) {
        return URI.create(url.toString().replaceAll("\\?.*", ""));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(InputStream in) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A long stream that is never in memory. */
    private static class Pattern extends InputStream {
        private final long size;
        private long at;

        Pattern(long size) {
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            return at == size ? -1 : (int) (at++ * 31 >> 3 & 255);
        }

        String sha256() throws Exception {
            return BlobStoreContract.sha256(this);
        }
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
