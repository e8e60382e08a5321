package org.dermarium.ingest.processing;

import org.jspecify.annotations.Nullable;

/**
 * The file as it was sent.
 *
 * @param key of the object in the private bucket
 * @param size in bytes, unpacked
 * @param entry where the file lies if the object is a ZIP
 */
record Original(String key, long size, @Nullable Entry entry) {

    /**
     * A file inside a ZIP object.
     *
     * @param offset of its packed bytes
     * @param packed their number
     * @param method as ZIP numbers them: 0 stored, 8 deflated, 9 deflate64
     */
    record Entry(long offset, long packed, int method) {}
}
