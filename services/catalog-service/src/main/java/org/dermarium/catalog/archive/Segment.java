package org.dermarium.catalog.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A run of bytes of an archive.
 *
 * @param size in bytes, exact
 */
record Segment(long size, Source source) {

    /** Opens the bytes from one of them on. */
    @FunctionalInterface
    interface Source {
        InputStream open(long from) throws IOException;
    }

    static Segment of(byte[] bytes) {
        return new Segment(
                bytes.length, from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from));
    }
}
