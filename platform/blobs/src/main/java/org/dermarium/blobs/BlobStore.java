package org.dermarium.blobs;

import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dermarium.events.StoredObject;

/**
 * Object storage. All calls block; run them on virtual threads or on a scheduler that may block. Buckets are made at
 * their first write.
 *
 * <p>Every adapter MUST pass {@code ObjectsContract}, {@code AddressesContract} and {@code MultipartContract}. For every
 * call: an object that is not there MUST be reported as {@link BlobMissing}, storage that does not answer in time as
 * {@link BlobsUnavailable}, and nothing else may be thrown for either.
 */
public interface BlobStore {

    /**
     * Writes an object that only signed requests can read.
     *
     * <p>MUST replace an older object of the same key at once and whole: a reader sees the old or the new bytes. When
     * the stream fails or has another length than announced, MUST leave the old state and throw. MUST NOT hold more than
     * a few MiB of the stream in memory and MUST NOT close it.
     *
     * @param size length of the stream in bytes, or -1 when unknown
     * @return size, SHA-256 and CRC-32 of what was written
     * @throws java.io.UncheckedIOException when the stream fails
     * @throws IllegalArgumentException when the stream is shorter or longer than {@code size}
     */
    StoredObject put(String bucket, String key, String contentType, InputStream in, long size);

    /** As {@link #put}, and everybody may read it without a signature. */
    StoredObject putPublic(String bucket, String key, String contentType, InputStream in, long size);

    /** The whole object from its start; the caller closes the stream. */
    InputStream open(String bucket, String key);

    /**
     * A part of the object; the caller closes the stream.
     *
     * @param offset of the first byte, from 0
     * @param length in bytes; a range that runs over the end is cut there
     * @throws IllegalArgumentException when the offset is negative or not inside the object
     */
    InputStream open(String bucket, String key, long offset, long length);

    /** Size and type, or empty when there is no such object. */
    Optional<Stat> stat(String bucket, String key);

    /** Copies up to 5 GiB inside the storage, content type included, without the bytes passing through this process. */
    void copy(String fromBucket, String fromKey, String toBucket, String toKey, boolean publicRead);

    /** Removes the object; removing what is not there is no error. */
    void delete(String bucket, String key);

    /**
     * Objects whose keys begin with the prefix and come after the given one, in the order of their keys.
     *
     * @param after a key, or empty for the first page
     * @param most from 1 to 1,000; a shorter answer is the last page
     */
    List<Listed> list(String bucket, String prefix, String after, int most);

    /** An object as listings show it. */
    record Listed(String key, long size, Instant modified) {}

    /**
     * A URL that lets its bearer read the object until then. For one object and one instant it MUST be the same text all
     * day (UTC), so that caches and listings agree.
     *
     * @param until at most seven days after the start of today (UTC)
     */
    URI presignedGet(String bucket, String key, Instant until);

    /** The plain URL of an object in the public bucket. */
    URI publicUrl(String key);

    /** Starts an upload whose parts are sent by somebody else through presigned URLs. Nothing is visible before it is completed. */
    MultipartUpload begin(String bucket, String key, String contentType);

    /**
     * Where one part is PUT; the answer's {@code ETag} is needed to complete. Good for at least 24 hours.
     *
     * @param part from 1 to 10,000; each of 5 MiB to 5 GiB, the last one may be smaller
     */
    URI presignedPart(MultipartUpload upload, int part);

    /** Where the list of parts ({@link MultipartUpload#completion}) is POSTed. Good for at least 24 hours. */
    URI presignedComplete(MultipartUpload upload);

    /** Forgets the upload and its parts; one that was completed or aborted already is no error. */
    void abort(MultipartUpload upload);
}
