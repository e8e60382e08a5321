package org.dermarium.events;

/**
 * Bytes in object storage, by reference.
 *
 * @param size in bytes
 * @param sha256 64 lower-case hex digits
 * @param crc32 as unsigned 32-bit number, as ZIP archives need it
 */
public record StoredObject(String bucket, String key, long size, String sha256, long crc32, String contentType) {

    /** The same bytes at another place. */
    public StoredObject at(String otherBucket, String otherKey) {
        return new StoredObject(otherBucket, otherKey, size, sha256, crc32, contentType);
    }
}
