package org.dermarium.doi.dataset;

import java.util.Objects;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.events.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A file that its creator adds to a DOI.
 *
 * @param name unlike that of any other supplement of the DOI
 * @param size in bytes
 * @param key in the private bucket
 * @param sha256 null until the file has been read once, as is {@code crc32}
 */
public record Supplement(
        String name,
        String description,
        long size,
        String contentType,
        String key,
        @Nullable String sha256,
        @Nullable Long crc32) {

    public Supplement {
        sha256 = "".equals(sha256) ? null : sha256;
    }

    /** One whose bytes nobody has read yet. */
    public Supplement(String name, String description, long size, String contentType, String key) {
        this(name, description, size, contentType, key, null, null);
    }

    public boolean isRead() {
        return sha256 != null && crc32 != null;
    }

    public Supplement read(String knownSha256, long knownCrc32) {
        return new Supplement(name, description, size, contentType, key, knownSha256, knownCrc32);
    }

    /** The same file under another key. */
    public Supplement at(String otherKey) {
        return new Supplement(name, description, size, contentType, otherKey, sha256, crc32);
    }

    /** Where it lies before it is published. */
    public ObjectName object() {
        return ObjectName.inPrivate(key);
    }

    /** Once it is read. */
    public StoredObject stored(String bucket, String objectKey) {
        return new StoredObject(
                bucket, objectKey, size, Objects.requireNonNull(sha256), Objects.requireNonNull(crc32), contentType);
    }
}
