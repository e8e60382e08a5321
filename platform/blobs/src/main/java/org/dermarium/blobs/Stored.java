package org.dermarium.blobs;

/**
 * What was written.
 *
 * @param size in bytes
 * @param sha256 64 lower-case hex digits
 * @param crc32 as unsigned 32-bit number, as ZIP archives need it
 */
public record Stored(String bucket, String key, long size, String sha256, long crc32, String contentType) {}
