package org.dermarium.ingest.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.dermarium.ingest.image.pixels.Orientation;
import org.dermarium.ingest.image.pixels.Size;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG file (ITU-T T.81 annex B). Kept are those that pixels and colours need: tables, frames, scans,
 * the JFIF header without its preview, colour profile and Adobe's transform flag. EXIF, XMP, IPTC, comments, previews and
 * whatever follows the picture are left out; the compressed picture is copied bit by bit.
 */
final class JpegStructure {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int JFIF_LENGTH = 16;
    private static final String EXIF = "Exif\0\0";

    /** Each scan costs a pass over all pixels; no encoder writes more than some twenty. */
    private static final int MOST_SCANS = 64;

    private final byte[] file;
    private final PixelLimit limit;
    private final ByteArrayOutputStream bare;
    private int at = 2;
    private int scans;
    private @Nullable Size size;
    private byte @Nullable [] exif;

    private JpegStructure(byte[] file, PixelLimit limit) {
        this.file = file;
        this.limit = limit;
        this.bare = new ByteArrayOutputStream(file.length);
    }

    static ImageFile read(byte[] file, PixelLimit limit) {
        return new JpegStructure(file, limit).read();
    }

    private ImageFile read() {
        bare.write(0xFF);
        bare.write(SOI);
        int marker = nextMarker();
        while (marker != EOI) {
            segment(marker);
            marker = nextMarker();
        }
        bare.write(0xFF);
        bare.write(EOI);
        if (size == null || scans == 0) {
            throw Unacceptable.damaged("it holds no picture");
        }
        return new ImageFile(Format.JPEG, size, Orientation.of(exif), bare.toByteArray());
    }

    private int nextMarker() {
        if (at < file.length && file[at] != (byte) 0xFF) {
            throw Unacceptable.damaged("a JPEG marker is missing");
        }
        while (at < file.length && file[at] == (byte) 0xFF) {
            at++;
        }
        if (at >= file.length) {
            throw Unacceptable.truncated();
        }
        return file[at++] & 0xFF;
    }

    private void segment(int marker) {
        if (at + 2 > file.length) {
            throw Unacceptable.truncated();
        }
        int length = number(at);
        int end = at + length;
        if (length < 2) {
            throw Unacceptable.damaged("a JPEG segment has no length");
        }
        if (end > file.length) {
            throw Unacceptable.truncated();
        }
        if (isFrame(marker)) {
            frame(length);
        } else if (marker == APP1 && startsWith(EXIF) && exif == null) {
            exif = Arrays.copyOfRange(file, at + 2 + EXIF.length(), end);
        }
        keep(marker, end);
        at = end;
        if (marker == SOS) {
            scan();
        }
    }

    private void keep(int marker, int end) {
        if (marker == APP0 && startsWith("JFIF\0") && end - at >= JFIF_LENGTH) {
            write(marker, at, at + JFIF_LENGTH - 2);
            // No preview: zero by zero pixels.
            bare.write(0);
            bare.write(0);
        } else if (isKept(marker)) {
            write(marker, at, end);
        }
    }

    private void write(int marker, int from, int to) {
        bare.write(0xFF);
        bare.write(marker);
        if (marker == APP0) {
            bare.write(0);
            bare.write(JFIF_LENGTH);
            bare.write(file, from + 2, to - from - 2);
        } else {
            bare.write(file, from, to - from);
        }
    }

    private boolean isKept(int marker) {
        return switch (marker) {
            case APP2 -> startsWith("ICC_PROFILE\0");
            case APP14 -> startsWith("Adobe");
            case COM -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /** The sides stand in the frame header: lines, then samples a line. */
    private void frame(int length) {
        if (length < 8) {
            throw Unacceptable.damaged("a JPEG frame has no size");
        }
        if (size != null) {
            throw Unacceptable.damaged("it holds more than one JPEG frame");
        }
        size = limit.checked(number(at + 5), number(at + 3));
    }

    /** Compressed data run until a marker that is neither a stuffed zero nor a restart. */
    private void scan() {
        if (++scans > MOST_SCANS) {
            throw new Unacceptable("The image has more than " + MOST_SCANS + " scans.");
        }
        int from = at;
        while (at + 1 < file.length) {
            if (file[at] == (byte) 0xFF && endsScan(file[at + 1] & 0xFF)) {
                bare.write(file, from, at - from);
                return;
            }
            at++;
        }
        throw Unacceptable.truncated();
    }

    private static boolean endsScan(int marker) {
        return marker != 0 && marker != 0xFF && (marker < 0xD0 || marker > 0xD7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean startsWith(String name) {
        int from = at + 2;
        return from + name.length() <= file.length && new String(file, from, name.length(), ISO_8859_1).equals(name);
    }

    private int number(int from) {
        return (file[from] & 0xFF) << 8 | file[from + 1] & 0xFF;
    }
}
