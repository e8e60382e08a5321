package org.dermarium.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Size, CRC-32 and SHA-256 of what is written here. */
public final class Sums extends OutputStream {

    private static final int CHUNK = 1 << 16;

    private final CRC32 crc32 = new CRC32();
    private final MessageDigest sha256 = newSha256();
    private long size;

    /** Of all bytes of a stream, which stays open. */
    public static Sums of(InputStream in) throws IOException {
        var sums = new Sums();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            sums.write(chunk, 0, count);
        }
        return sums;
    }

    /** Of bytes in memory. */
    public static Sums of(byte[] bytes) {
        var sums = new Sums();
        sums.write(bytes, 0, bytes.length);
        return sums;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        crc32.update(bytes, offset, count);
        sha256.update(bytes, offset, count);
        size += count;
    }

    /** How many bytes there were. */
    public long size() {
        return size;
    }

    /** As unsigned 32-bit number. */
    public long crc32() {
        return crc32.getValue();
    }

    /** 64 lower-case hex digits. Ends the sums: call once. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
