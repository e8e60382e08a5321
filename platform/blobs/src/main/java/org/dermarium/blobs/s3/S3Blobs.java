package org.dermarium.blobs.s3;

import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsV2Args;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.dermarium.blobs.BlobMissing;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.MultipartUpload;
import org.dermarium.blobs.Stat;
import org.dermarium.events.StoredObject;

/** S3 through the MinIO client. Uses only what every S3 server has: no tags, policies, versions or locks. */
final class S3Blobs implements BlobStore {

    static final String ACL = "x-amz-acl";
    static final String PUBLIC_READ = "public-read";

    private final MinioAsyncClient client;
    private final S3Calls calls;
    private final PresignedUrls urls;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    S3Blobs(MinioAsyncClient client, S3Calls calls, PresignedUrls urls) {
        this.client = client;
        this.calls = calls;
        this.urls = urls;
    }

    @Override
    public StoredObject put(String bucket, String key, String contentType, InputStream in, long size) {
        requireBucket(bucket);
        return new StreamedUpload(client, calls, bucket, key, contentType, false).send(in, size);
    }

    @Override
    public StoredObject putPublic(String bucket, String key, String contentType, InputStream in, long size) {
        requireBucket(bucket);
        return new StreamedUpload(client, calls, bucket, key, contentType, true).send(in, size);
    }

    @Override
    public InputStream open(String bucket, String key) {
        var args = GetObjectArgs.builder().bucket(bucket).object(key).build();
        return calls.call("open", bucket, key, () -> client.getObject(args));
    }

    @Override
    public InputStream open(String bucket, String key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative range of " + bucket + "/" + key);
        }
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        var args = GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .offset(offset)
                .length(length)
                .build();
        return calls.call("open", bucket, key, () -> client.getObject(args));
    }

    @Override
    public Optional<Stat> stat(String bucket, String key) {
        var args = StatObjectArgs.builder().bucket(bucket).object(key).build();
        try {
            var found = calls.call("stat", bucket, key, () -> client.statObject(args));
            return Optional.of(new Stat(found.size(), found.contentType()));
        } catch (BlobMissing e) {
            return Optional.empty();
        }
    }

    @Override
    public void copy(String fromBucket, String fromKey, String toBucket, String toKey, boolean publicRead) {
        requireBucket(toBucket);
        var args = CopyObjectArgs.builder()
                .bucket(toBucket)
                .object(toKey)
                .source(new WholeSource(fromBucket, fromKey))
                .extraHeaders(publicRead ? Map.of(ACL, PUBLIC_READ) : Map.of())
                .build();
        calls.transfer("copy", fromBucket, fromKey, () -> client.copyObject(args));
    }

    @Override
    public void delete(String bucket, String key) {
        var args = RemoveObjectArgs.builder().bucket(bucket).object(key).build();
        try {
            calls.call("delete", bucket, key, () -> client.removeObject(args));
        } catch (BlobMissing e) {
            // Gone is what was wanted.
        }
    }

    @Override
    public List<Listed> list(String bucket, String prefix, String after, int most) {
        var args = ListObjectsV2Args.builder()
                .bucket(bucket)
                .prefix(prefix)
                .startAfter(after.isEmpty() ? null : after)
                .maxKeys(most)
                .build();
        try {
            return calls.call("list", bucket, prefix, () -> client.listObjectsV2(args)).result().contents().stream()
                    .map(found -> new Listed(
                            found.objectName(),
                            found.size(),
                            found.lastModified().toInstant()))
                    .toList();
        } catch (BlobMissing e) {
            // Buckets are made at their first write.
            return List.of();
        }
    }

    @Override
    public URI presignedGet(String bucket, String key, Instant until) {
        return urls.signed("GET", bucket, key, Map.of(), until);
    }

    @Override
    public URI publicUrl(String key) {
        return urls.unsigned(key);
    }

    @Override
    public MultipartUpload begin(String bucket, String key, String contentType) {
        requireBucket(bucket);
        var args = CreateMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .headers(new Http.Headers("Content-Type", contentType))
                .build();
        var begun = calls.call("begin", bucket, key, () -> client.createMultipartUpload(args));
        return new MultipartUpload(bucket, key, begun.result().uploadId());
    }

    @Override
    public URI presignedPart(MultipartUpload upload, int part) {
        var parameters = Map.of("uploadId", upload.uploadId(), "partNumber", Integer.toString(part));
        return urls.signed("PUT", upload.bucket(), upload.key(), parameters, nextDayEnd());
    }

    @Override
    public URI presignedComplete(MultipartUpload upload) {
        var parameters = Map.of("uploadId", upload.uploadId());
        return urls.signed("POST", upload.bucket(), upload.key(), parameters, nextDayEnd());
    }

    @Override
    public void abort(MultipartUpload upload) {
        var args = AbortMultipartUploadArgs.builder()
                .bucket(upload.bucket())
                .object(upload.key())
                .uploadId(upload.uploadId())
                .build();
        try {
            calls.call("abort", upload.bucket(), upload.key(), () -> client.abortMultipartUpload(args));
        } catch (BlobMissing e) {
            // Gone is what was wanted.
        }
    }

    private Instant nextDayEnd() {
        return urls.today().plus(2, ChronoUnit.DAYS);
    }

    private void requireBucket(String bucket) {
        if (known.contains(bucket)) {
            return;
        }
        var exists = BucketExistsArgs.builder().bucket(bucket).build();
        if (!calls.call("find-bucket", bucket, "", () -> client.bucketExists(exists))) {
            calls.call("make-bucket", bucket, "", () -> make(bucket));
        }
        known.add(bucket);
    }

    /** Two services may make the same bucket at the same moment; the second finds it there. */
    private CompletableFuture<Boolean> make(String bucket) {
        var args = MakeBucketArgs.builder().bucket(bucket).build();
        var exists = BucketExistsArgs.builder().bucket(bucket).build();
        return client.makeBucket(args)
                .thenApply(made -> true)
                .exceptionallyCompose(e -> client.bucketExists(exists)
                        .thenCompose(there ->
                                there ? CompletableFuture.completedFuture(true) : CompletableFuture.failedFuture(e)));
    }
}
