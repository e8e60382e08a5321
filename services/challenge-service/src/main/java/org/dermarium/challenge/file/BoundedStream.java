package org.dermarium.challenge.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.buffer.DataBufferLimitException;

/** Breaks off behind the last byte that is allowed, whatever length was announced. */
final class BoundedStream extends FilterInputStream {

    private final long most;
    private long passed;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        passed += bytes;
        if (passed > most) {
            throw tooLarge(most);
        }
    }

    /** Answered with 413. */
    static DataBufferLimitException tooLarge(long most) {
        return new DataBufferLimitException("more than " + most + " bytes");
    }
}
