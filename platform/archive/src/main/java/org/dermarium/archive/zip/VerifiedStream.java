package org.dermarium.archive.zip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Gives the bytes on and fails with {@link DamagedBytes} at their end when they are not those that were promised. */
public final class VerifiedStream extends FilterInputStream {

    /** For bytes that are only the rest of an object. */
    public static final long ANY = -1;

    private final String name;
    private final long crc32;
    private final @Nullable String sha256;
    private final CRC32 seen = new CRC32();
    private final @Nullable MessageDigest digest;
    private long left;
    private boolean isVerified;

    /**
     * @param name of the bytes, for whoever is told that they are damaged
     * @param size how many bytes there must be
     * @param crc32 their checksum, or {@link #ANY}
     */
    public VerifiedStream(InputStream in, String name, long size, long crc32) {
        this(in, name, size, crc32, null);
    }

    /** @param sha256 as hex digits, or null to look at the CRC-32 only, which costs next to nothing */
    public VerifiedStream(InputStream in, String name, long size, long crc32, @Nullable String sha256) {
        super(in);
        this.name = name;
        this.left = size;
        this.crc32 = crc32;
        this.sha256 = sha256;
        this.digest = sha256 == null ? null : Sums.newSha256();
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
            if (digest != null) {
                digest.update(into, offset, count);
            }
            left -= count;
        }
        if (left < 0 || count < 0 && left > 0) {
            throw new DamagedBytes(name + " has " + (left < 0 ? "more" : "fewer") + " bytes than its record says");
        }
        if (left == 0 && !isVerified) {
            isVerified = true;
            verify();
        }
        return count;
    }

    private void verify() throws DamagedBytes {
        boolean crcDiffers = crc32 != ANY && seen.getValue() != crc32;
        boolean shaDiffers =
                digest != null && !HexFormat.of().formatHex(digest.digest()).equals(sha256);
        if (crcDiffers || shaDiffers) {
            throw new DamagedBytes(name + " has other bytes than its record says");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
