package org.dermarium.archive.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The records of a ZIP archive (PKWARE APPNOTE 6.3) whose members are stored as they are: sizes and checksums are known
 * before, so that nothing is written behind a member. The 64-bit forms are used where a number needs them and nowhere
 * else, so that equal members make equal archives that the oldest reader can open if any can.
 */
final class ZipFormat {

    static final long MAX_32 = 0xFFFF_FFFFL;

    private static final int MAX_16 = 0xFFFF;
    private static final int LOCAL = 0x0403_4b50;
    private static final int CENTRAL = 0x0201_4b50;
    private static final int END = 0x0605_4b50;
    private static final int END_64 = 0x0606_4b50;
    private static final int LOCATOR_64 = 0x0706_4b50;
    private static final short EXTRA_64 = 1;
    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;
    /** File names are UTF-8. */
    private static final short FLAGS = 1 << 11;
    /** 1980-01-01 00:00, the earliest that there is: the same archive at any time. */
    private static final short DATE = (1 << 5) | 1;

    private ZipFormat() {}

    static byte[] local(String path, long size, long crc32) {
        byte[] name = name(path);
        boolean large = size >= MAX_32;
        int extra = large ? 20 : 0;
        var out = buffer(30 + name.length + extra);
        out.putInt(LOCAL).putShort(large ? VERSION_64 : VERSION);
        putCommon(out, size, crc32, large);
        out.putShort((short) name.length).putShort((short) extra).put(name);
        if (large) {
            out.putShort(EXTRA_64).putShort((short) 16).putLong(size).putLong(size);
        }
        return out.array();
    }

    /** @param offset of the member's local header from the archive's start */
    static byte[] central(String path, long size, long crc32, long offset) {
        byte[] name = name(path);
        boolean large = size >= MAX_32;
        boolean far = offset >= MAX_32;
        int values = (large ? 16 : 0) + (far ? 8 : 0);
        int extra = values == 0 ? 0 : values + 4;
        var out = buffer(46 + name.length + extra);
        short version = values == 0 ? VERSION : VERSION_64;
        out.putInt(CENTRAL).putShort(version).putShort(version);
        putCommon(out, size, crc32, large);
        out.putShort((short) name.length).putShort((short) extra);
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt((int) (far ? MAX_32 : offset)).put(name);
        if (extra > 0) {
            out.putShort(EXTRA_64).putShort((short) values);
        }
        if (large) {
            out.putLong(size).putLong(size);
        }
        if (far) {
            out.putLong(offset);
        }
        return out.array();
    }

    /** @param offset of the first central header from the archive's start */
    static byte[] end(long members, long size, long offset) {
        boolean large = members >= MAX_16 || size >= MAX_32 || offset >= MAX_32;
        var out = buffer(22 + (large ? 76 : 0));
        if (large) {
            out.putInt(END_64).putLong(44).putShort(VERSION_64).putShort(VERSION_64);
            out.putInt(0)
                    .putInt(0)
                    .putLong(members)
                    .putLong(members)
                    .putLong(size)
                    .putLong(offset);
            out.putInt(LOCATOR_64).putInt(0).putLong(offset + size).putInt(1);
        }
        short count = (short) Math.min(members, MAX_16);
        out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        out.putInt((int) Math.min(size, MAX_32))
                .putInt((int) Math.min(offset, MAX_32))
                .putShort((short) 0);
        return out.array();
    }

    private static void putCommon(ByteBuffer out, long size, long crc32, boolean large) {
        int size32 = (int) (large ? MAX_32 : size);
        out.putShort(FLAGS).putShort((short) 0).putShort((short) 0).putShort(DATE);
        out.putInt((int) crc32).putInt(size32).putInt(size32);
    }

    private static byte[] name(String path) {
        return path.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
