package org.dermarium.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A run of bytes of an archive.
 *
 * @param size in bytes, exact
 */
public record Segment(long size, Source source) {

    /** Opens the bytes from one of them on. */
    @FunctionalInterface
    public interface Source {
        InputStream open(long from) throws IOException;
    }

    /** Bytes that are in memory. */
    public static Segment of(byte[] bytes) {
        return new Segment(bytes.length, new InMemory(bytes));
    }

    boolean isInMemory() {
        return source instanceof InMemory;
    }

    private record InMemory(byte[] bytes) implements Source {
        @Override
        public InputStream open(long from) {
            return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
        }
    }
}
