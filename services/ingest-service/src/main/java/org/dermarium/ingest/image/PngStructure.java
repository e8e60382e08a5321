package org.dermarium.ingest.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import org.dermarium.ingest.image.pixels.Orientation;
import org.dermarium.ingest.image.pixels.Size;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a PNG file (PNG specification, third edition). Kept are those that pixels and colours need; texts, times,
 * EXIF, unknown chunks and whatever follows the picture are left out.
 */
final class PngStructure {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs");

    private final byte[] file;
    private final PixelLimit limit;
    private final ByteArrayOutputStream bare;
    private @Nullable Size size;
    private byte @Nullable [] exif;
    private boolean holdsPixels;

    private PngStructure(byte[] file, PixelLimit limit) {
        this.file = file;
        this.limit = limit;
        this.bare = new ByteArrayOutputStream(file.length);
    }

    static ImageFile read(byte[] file, PixelLimit limit) {
        return new PngStructure(file, limit).read();
    }

    private ImageFile read() {
        bare.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + FRAME > file.length) {
                throw Unacceptable.truncated();
            }
            int length = ByteBuffer.wrap(file, at, 4).getInt();
            if (length < 0) {
                throw Unacceptable.damaged("a PNG chunk has no length");
            }
            // The size is looked at before anything else is believed.
            type = new String(file, at + 4, 4, ISO_8859_1);
            if (size == null) {
                header(type, at, length);
            }
            if (length > file.length - at - FRAME) {
                throw Unacceptable.truncated();
            }
            chunk(type, at, length);
            at += FRAME + length;
        }
        if (!holdsPixels || size == null) {
            throw Unacceptable.damaged("it holds no picture");
        }
        return new ImageFile(Format.PNG, size, Orientation.of(exif), bare.toByteArray());
    }

    private void header(String type, int at, int length) {
        if (!type.equals("IHDR") || length != 13 || at + 8 + length > file.length) {
            throw Unacceptable.damaged("the PNG header is missing");
        }
        var sides = ByteBuffer.wrap(file, at + 8, 8);
        size = limit.checked(sides.getInt(), sides.getInt());
    }

    private void chunk(String type, int at, int length) {
        var sum = new CRC32();
        sum.update(file, at + 4, length + 4);
        if ((int) sum.getValue() != ByteBuffer.wrap(file, at + 8 + length, 4).getInt()) {
            throw Unacceptable.damaged("the check sum of its part " + type.replaceAll("[^A-Za-z]", "?") + " is wrong");
        }
        if (KEPT.contains(type)) {
            bare.write(file, at, FRAME + length);
            holdsPixels |= type.equals("IDAT");
        } else if (type.equals("eXIf")) {
            exif = Arrays.copyOfRange(file, at + 8, at + 8 + length);
        }
    }
}
