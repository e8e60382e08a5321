package org.dermarium.blobs.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.dermarium.events.StoredObject;

/** Size, SHA-256 and CRC-32 of bytes as they pass. */
final class Fingerprint {

    private final MessageDigest sha256 = sha256();
    private final CRC32 crc32 = new CRC32();
    private long size;

    void add(byte[] bytes) {
        sha256.update(bytes);
        crc32.update(bytes);
        size += bytes.length;
    }

    long size() {
        return size;
    }

    /** Ends the fingerprint; call once. */
    StoredObject of(String bucket, String key, String contentType) {
        return new StoredObject(
                bucket, key, size, HexFormat.of().formatHex(sha256.digest()), crc32.getValue(), contentType);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
