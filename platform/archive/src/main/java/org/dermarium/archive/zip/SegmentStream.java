package org.dermarium.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of the bytes of segments that lie behind each other; one segment is open at a time. */
public final class SegmentStream extends InputStream {

    private final Stream<Segment> segments;
    private final Iterator<Segment> iterator;
    private long skip;
    private long left;
    private @Nullable InputStream current;

    /**
     * @param from the first byte to give
     * @param length how many to give; as many MUST be there
     */
    public SegmentStream(Stream<Segment> segments, long from, long length) {
        this.segments = segments;
        this.iterator = segments.iterator();
        this.skip = from;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        Objects.checkFromIndexSize(offset, most, into.length);
        while (left > 0 && most > 0) {
            InputStream open = current == null ? next() : current;
            int count = open.read(into, offset, (int) Math.min(most, left));
            if (count >= 0) {
                left -= count;
                return count;
            }
            open.close();
            current = null;
        }
        return most == 0 ? 0 : -1;
    }

    private InputStream next() throws IOException {
        while (iterator.hasNext()) {
            Segment segment = iterator.next();
            if (skip < segment.size()) {
                InputStream open = segment.source().open(skip);
                skip = 0;
                current = open;
                return open;
            }
            skip -= segment.size();
        }
        throw new IOException("the archive ends " + left + " bytes early");
    }

    @Override
    public void close() throws IOException {
        try (segments;
                InputStream open = current) {
            current = null;
        }
    }
}
