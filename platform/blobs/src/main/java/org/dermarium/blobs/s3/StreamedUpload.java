package org.dermarium.blobs.s3;

import io.minio.AbortMultipartUploadArgs;
import io.minio.Checksum;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.events.StoredObject;

/**
 * One stream on its way into S3, in one request when it is small, else in parts of which one is in memory. The stream is
 * read on the caller's thread: the S3 client would read it on the common pool, where few slow streams stop everything.
 */
final class StreamedUpload {

    private static final int SMALL_PART = 8 << 20;
    private static final int LARGE_PART = 64 << 20;
    private static final int SMALL_PARTS = 1_000;

    private final MinioAsyncClient client;
    private final S3Calls calls;
    private final String bucket;
    private final String key;
    private final String contentType;
    private final boolean publicRead;
    private final Fingerprint fingerprint = new Fingerprint();

    StreamedUpload(
            MinioAsyncClient client, S3Calls calls, String bucket, String key, String contentType, boolean publicRead) {
        this.client = client;
        this.calls = calls;
        this.bucket = bucket;
        this.key = key;
        this.contentType = contentType;
        this.publicRead = publicRead;
    }

    StoredObject send(InputStream in, long size) {
        byte[] first = read(in, SMALL_PART);
        if (first.length < SMALL_PART) {
            requireSize(size);
            StoredObject whole = fingerprint.of(bucket, key, contentType);
            sendWhole(first, whole);
            return whole;
        }
        sendParts(first, in, size);
        return fingerprint.of(bucket, key, contentType);
    }

    /** The sums are told: else the client would take SHA-256 again to sign the request, and the server once more to check. */
    private void sendWhole(byte[] bytes, StoredObject whole) {
        var headers = headers();
        headers.add(Http.Headers.X_AMZ_CONTENT_SHA256, whole.sha256());
        headers.add(Checksum.Algorithm.CRC32.header(), base64(whole.crc32()));
        var args = PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(key)
                .headers(headers)
                .contentType(contentType)
                .data(bytes, bytes.length)
                .build();
        calls.transfer("put", bucket, key, () -> client.putObject(args));
    }

    private void sendParts(byte[] first, InputStream in, long size) {
        var args = CreateMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .headers(headers())
                .build();
        String id = calls.call("begin", bucket, key, () -> client.createMultipartUpload(args))
                .result()
                .uploadId();
        try {
            List<Part> parts = new ArrayList<>();
            for (byte[] bytes = first; bytes.length > 0; bytes = read(in, partSize(parts.size()))) {
                parts.add(sendPart(id, parts.size() + 1, bytes));
            }
            requireSize(size);
            complete(id, parts);
        } catch (RuntimeException e) {
            abort(id, e);
            throw e;
        }
    }

    private Part sendPart(String id, int number, byte[] bytes) {
        var args = UploadPartArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .partNumber(number)
                .data(bytes, bytes.length)
                .build();
        return calls.transfer("put-part", bucket, key, () -> client.uploadPart(args))
                .part();
    }

    private void complete(String id, List<Part> parts) {
        var args = CompleteMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .parts(parts.toArray(Part[]::new))
                .build();
        calls.transfer("complete", bucket, key, () -> client.completeMultipartUpload(args));
    }

    private void abort(String id, RuntimeException because) {
        var args = AbortMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(id)
                .build();
        try {
            calls.call("abort", bucket, key, () -> client.abortMultipartUpload(args));
        } catch (RuntimeException e) {
            because.addSuppressed(e);
        }
    }

    private static String base64(long crc32) {
        return Checksum.base64String(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32).array());
    }

    private Http.Headers headers() {
        var headers = new Http.Headers("Content-Type", contentType);
        if (publicRead) {
            headers.add(S3Blobs.ACL, S3Blobs.PUBLIC_READ);
        }
        return headers;
    }

    private byte[] read(InputStream in, int most) {
        try {
            byte[] bytes = in.readNBytes(most);
            fingerprint.add(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSize(long announced) {
        if (announced >= 0 && fingerprint.size() != announced) {
            throw new IllegalArgumentException(
                    bucket + "/" + key + " was to have " + announced + " bytes, the stream has " + fingerprint.size());
        }
    }

    /** Few parts stay small; ten thousand parts, the protocol's limit, still hold more than 500 GB. */
    private static int partSize(int sent) {
        return sent < SMALL_PARTS ? SMALL_PART : LARGE_PART;
    }
}
