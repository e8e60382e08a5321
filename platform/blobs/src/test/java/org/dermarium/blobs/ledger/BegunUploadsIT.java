package org.dermarium.blobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.blobs.MultipartUpload;
import org.junit.jupiter.api.Test;

/** Uploads that were begun are bounded, and given up when they are never finished. */
class BegunUploadsIT extends LedgerCase {

    private static final BegunUploads.Bounds WIDE = new BegunUploads.Bounds(100, 1L << 40);

    private final BegunUploads uploads = new BegunUploads(DB, TX);

    @Test
    void abortsAnUploadThatWasNeverFinished() throws Exception {
        MultipartUpload begun = BLOBS.begin(OWN.privateBucket(), key, "text/plain");
        uploads.note(begun, 7, 3, Duration.ZERO, WIDE).block();
        String etag = sendPart(begun);

        clean();

        var completion = MultipartUpload.completion(List.of(new MultipartUpload.Part(1, etag)));
        assertThat(status(BLOBS.presignedComplete(begun), "POST", completion)).isEqualTo(404);
        assertThat(isThere(key)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void boundsWhatOneUserHasBegun() throws Exception {
        var three = new BegunUploads.Bounds(3, 100);
        uploads.note(upload("a"), 7, 10, Duration.ofHours(1), three).block();
        assertThatThrownBy(() -> uploads.note(upload("b"), 7, 91, Duration.ofHours(1), three)
                        .block())
                .isInstanceOfSatisfying(TooManyUploads.class, refused -> {
                    assertThat(refused.uploads()).isEqualTo(1);
                    assertThat(refused.bytes()).isEqualTo(10);
                    assertThat(refused.freeAt()).isNotNull();
                });
        uploads.note(upload("c"), 8, 91, Duration.ofHours(1), three).block();

        var taken = new AtomicInteger();
        all(10, () -> {
            try {
                uploads.note(upload(UUID.randomUUID().toString()), 7, 1, Duration.ofHours(1), three)
                        .block();
                taken.incrementAndGet();
            } catch (TooManyUploads full) {
                // As it should.
            }
            return null;
        });
        assertThat(taken).hasValue(2);
    }

    private MultipartUpload upload(String name) {
        return new MultipartUpload(OWN.privateBucket(), folder + name, "upload-" + name);
    }

    private static String sendPart(MultipartUpload upload) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(BLOBS.presignedPart(upload, 1))
                                    .PUT(BodyPublishers.ofString("abc"))
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
        }
    }

    private static int status(URI address, String method, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
