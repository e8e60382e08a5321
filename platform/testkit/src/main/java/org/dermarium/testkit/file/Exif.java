package org.dermarium.testkit.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import org.dermarium.testkit.file.LesionImages.Gps;
import org.jspecify.annotations.Nullable;

/** Writes a small TIFF structure: orientation, camera, owner's name and, if wanted, a position. */
final class Exif {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int MICRO = 1_000_000;

    private final ByteBuffer out = ByteBuffer.allocate(512);
    private int heap;

    private Exif() {}

    static byte[] block(int orientation, @Nullable Gps gps) {
        return new Exif().write(orientation, gps);
    }

    private byte[] write(int orientation, @Nullable Gps gps) {
        int entries = gps == null ? 3 : 4;
        int directoryEnd = 8 + 2 + entries * 12 + 4;
        heap = directoryEnd;
        out.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8).putShort((short) entries);
        text(0x010F, "Dermascope Works");
        entry(0x0112, SHORT, 1).putShort((short) orientation).putShort((short) 0);
        text(0x013B, "Dr. Jane Roe");
        if (gps != null) {
            entry(0x8825, LONG, 1).putInt(heap);
        }
        out.putInt(0);
        if (gps != null) {
            position(gps);
        }
        byte[] block = new byte[heap];
        out.get(0, block);
        return block;
    }

    private void position(Gps gps) {
        out.position(heap);
        heap += 2 + 4 * 12 + 4;
        out.putShort((short) 4);
        entry(1, ASCII, 2).put((byte) (gps.latitude() < 0 ? 'S' : 'N')).put(new byte[3]);
        degrees(2, Math.abs(gps.latitude()));
        entry(3, ASCII, 2).put((byte) (gps.longitude() < 0 ? 'W' : 'E')).put(new byte[3]);
        degrees(4, Math.abs(gps.longitude()));
        out.putInt(0);
    }

    private void degrees(int tag, double value) {
        entry(tag, RATIONAL, 3).putInt(heap);
        out.putInt(heap, (int) Math.round(value * MICRO));
        out.putInt(heap + 4, MICRO);
        for (int i = 1; i < 3; i++) {
            out.putInt(heap + i * 8, 0);
            out.putInt(heap + i * 8 + 4, 1);
        }
        heap += 24;
    }

    private void text(int tag, String value) {
        byte[] bytes = (value + "\0").getBytes(US_ASCII);
        entry(tag, ASCII, bytes.length).putInt(heap);
        out.put(heap, bytes);
        heap += bytes.length + (bytes.length & 1);
    }

    private ByteBuffer entry(int tag, int type, int count) {
        return out.putShort((short) tag).putShort((short) type).putInt(count);
    }
}
