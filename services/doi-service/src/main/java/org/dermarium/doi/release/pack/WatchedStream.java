package org.dermarium.doi.release.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.dermarium.archive.zip.Sums;

/** Tells how far the reading of an archive is, and its SHA-256 before whoever reads it learns that it is at its end. */
public final class WatchedStream extends FilterInputStream {

    private final long size;
    private final LongConsumer progress;
    private final Consumer<String> whole;
    private final Sums sums = new Sums();
    private boolean isWhole;

    /** @param progress gets the number of bytes read so far; may throw to stop the reading */
    public WatchedStream(InputStream in, long size, LongConsumer progress, Consumer<String> whole) {
        super(in);
        this.size = size;
        this.progress = progress;
        this.whole = whole;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int count = super.read(into, offset, most);
        if (count > 0) {
            sums.write(into, offset, count);
            progress.accept(sums.size());
        }
        if (sums.size() == size && !isWhole) {
            isWhole = true;
            whole.accept(sums.sha256());
        }
        return count;
    }

    /** Into one array: the default gathers pieces and copies them together, which takes twice the memory. */
    @Override
    public byte[] readNBytes(int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, size - sums.size())];
        int count = readNBytes(bytes, 0, bytes.length);
        if (count < bytes.length) {
            throw new IOException("the archive ends " + (size - sums.size()) + " bytes early");
        }
        return bytes;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
