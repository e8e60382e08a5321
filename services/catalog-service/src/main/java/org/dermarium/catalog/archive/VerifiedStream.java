package org.dermarium.catalog.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Gives the bytes on and fails at their end when they are not those that were promised. */
final class VerifiedStream extends FilterInputStream {

    /** For bytes that are only the rest of an object. */
    static final long ANY = -1;

    private final String name;
    private final long crc32;
    private final CRC32 seen = new CRC32();
    private long left;

    /**
     * @param size how many bytes there must be
     * @param crc32 their checksum, or {@link #ANY}
     */
    VerifiedStream(InputStream in, String name, long size, long crc32) {
        super(in);
        this.name = name;
        this.left = size;
        this.crc32 = crc32;
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
            seen.update(into, offset, count);
            left -= count;
        }
        if (left < 0 || count < 0 && left > 0) {
            throw new IOException(name + " has " + (left < 0 ? "more" : "fewer") + " bytes than its record says");
        }
        if (left == 0 && crc32 != ANY && seen.getValue() != crc32) {
            throw new IOException(name + " has other bytes than its record says");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
