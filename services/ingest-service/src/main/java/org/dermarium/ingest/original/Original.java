package org.dermarium.ingest.original;

import org.jspecify.annotations.Nullable;

/**
 * The file as it was sent.
 *
 * @param key of the object in the private bucket
 * @param size in bytes, unpacked
 * @param place where the file lies if the object is a ZIP
 */
public record Original(String key, long size, @Nullable Place place) {

    /**
     * A place inside a ZIP object.
     *
     * @param offset of the packed bytes
     * @param packed their number
     * @param method as ZIP numbers them: 0 stored, 8 deflated, 9 deflate64
     */
    public record Place(long offset, long packed, int method) {}
}
