package org.dermarium.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dermarium.blobs.MultipartUpload.Part;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link BlobStore} owes those who upload in parts without knowing a secret. */
public abstract class MultipartContract extends BlobStoreCase {

    protected MultipartContract(BlobStore blobs, String privateBucket, String publicBucket) {
        super(blobs, privateBucket, publicBucket);
    }

    @Test
    void letsAStrangerUploadInParts() throws Exception {
        byte[] first = bytes(5 * MIB);
        byte[] second = bytes(1_234);
        MultipartUpload upload = blobs.begin(privateBucket, key, "image/jpeg");

        List<Part> parts = List.of(
                new Part(2, send(blobs.presignedPart(upload, 2), second)),
                new Part(1, send(blobs.presignedPart(upload, 1), first)));
        assertThat(blobs.stat(privateBucket, key)).isEmpty();
        HttpResponse<String> completed = complete(upload, parts);

        assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
        assertThat(blobs.stat(privateBucket, key)).contains(new Stat(5L * MIB + 1_234, "image/jpeg"));
        assertThat(range(5L * MIB, 1_234)).isEqualTo(second);
    }

    @Test
    void letsAStrangerUploadOneSmallPart() throws Exception {
        byte[] only = bytes(700);
        MultipartUpload upload = blobs.begin(privateBucket, key, "text/csv");

        complete(upload, List.of(new Part(1, send(blobs.presignedPart(upload, 1), only))));

        assertThat(range(0, 700)).isEqualTo(only);
    }

    @Test
    void abortsOnceAndAgain() throws Exception {
        MultipartUpload upload = blobs.begin(privateBucket, key, "image/jpeg");
        String etag = send(blobs.presignedPart(upload, 1), bytes(10));

        blobs.abort(upload);
        blobs.abort(upload);

        assertThat(complete(upload, List.of(new Part(1, etag))).statusCode()).isBetween(400, 499);
        assertThat(blobs.stat(privateBucket, key)).isEmpty();
    }

    private HttpResponse<String> complete(MultipartUpload upload, List<Part> parts) throws Exception {
        var request = HttpRequest.newBuilder(blobs.presignedComplete(upload))
                .POST(BodyPublishers.ofString(MultipartUpload.completion(parts)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String send(URI url, byte[] bytes) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(url)
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
