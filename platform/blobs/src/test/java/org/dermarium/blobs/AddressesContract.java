package org.dermarium.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link BlobStore} owes those who fetch objects by their addresses. */
public abstract class AddressesContract extends BlobStoreCase {

    protected AddressesContract(BlobStore blobs, String privateBucket, String publicBucket) {
        super(blobs, privateBucket, publicBucket);
    }

    @Test
    void keepsPrivateObjectsFromUnsignedReaders() throws Exception {
        put(bytes(100));

        URI unsigned = withoutQuery(blobs.presignedGet(privateBucket, key, soon()));

        assertThat(get(unsigned).statusCode()).isEqualTo(403);
    }

    @Test
    void letsEverybodyReadPublicObjects() throws Exception {
        byte[] small = bytes(100);
        blobs.putPublic(publicBucket, key, "image/jpeg", new ByteArrayInputStream(small), small.length);

        HttpResponse<byte[]> answer = get(blobs.publicUrl(key));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(small);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void letsEverybodyReadLargePublicObjects() throws Exception {
        blobs.putPublic(publicBucket, key, "application/zip", new Pattern(9 * MIB), -1);

        assertThat(get(blobs.publicUrl(key)).body()).hasSize(9 * MIB);
    }

    @Test
    void copiesToThePublicWithItsType() throws Exception {
        byte[] bytes = bytes(5_000);
        put(bytes);

        blobs.copy(privateBucket, key, publicBucket, "copied/" + key, true);

        HttpResponse<byte[]> answer = get(blobs.publicUrl("copied/" + key));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @Test
    void copiesInPrivateStayPrivate() throws Exception {
        put(bytes(10));

        blobs.copy(privateBucket, key, publicBucket, "private/" + key, false);

        assertThat(get(blobs.publicUrl("private/" + key)).statusCode()).isEqualTo(403);
    }

    @Test
    void signsReadingWithRange() throws Exception {
        byte[] bytes = bytes(1_000);
        put(bytes);
        URI signed = blobs.presignedGet(privateBucket, key, soon());

        assertThat(get(signed).body()).isEqualTo(bytes);
        var part = http.send(
                HttpRequest.newBuilder(signed).header("Range", "bytes=10-19").build(), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
    }

    @Test
    void signsTheSameAllDay() {
        Instant until = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(7, ChronoUnit.DAYS);

        assertThat(blobs.presignedGet(privateBucket, key, until))
                .isEqualTo(blobs.presignedGet(privateBucket, key, until));
    }

    @Test
    void refusesChangedAndExpiredSignatures() throws Exception {
        put(bytes(10));
        blobs.put(privateBucket, key + "x", "image/jpeg", new ByteArrayInputStream(bytes(10)), 10);
        String signed = blobs.presignedGet(privateBucket, key, soon()).toString();

        assertThat(get(URI.create(signed.replace(key, key + "x"))).statusCode()).isEqualTo(403);
        assertThat(get(URI.create(signed.replaceAll("X-Amz-Expires=\\d+", "X-Amz-Expires=604799")))
                        .statusCode())
                .isEqualTo(403);
        URI expired = blobs.presignedGet(privateBucket, key, Instant.now().minusSeconds(5));
        assertThat(get(expired).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> blobs.presignedGet(privateBucket, key, soon().plus(Duration.ofDays(8))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNamesOfAllAlphabets() throws Exception {
        String strange = "uploads/" + UUID.randomUUID() + "/Läsion (2) + naevus & co %41 日本~!*'.jpg";
        byte[] bytes = bytes(10);

        blobs.put(privateBucket, strange, "image/jpeg", new ByteArrayInputStream(bytes), -1);

        assertThat(get(blobs.presignedGet(privateBucket, strange, soon())).body())
                .isEqualTo(bytes);
        assertThat(blobs.stat(privateBucket, strange)).isPresent();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    private static URI withoutQuery(URI url) {
        return URI.create(url.toString().replaceAll("\\?.*", ""));
    }
}
