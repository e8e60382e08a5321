package org.dermarium.ingest.image.pixels;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the stored rows must be turned to be upright; numbered 1 to 8 as EXIF does (CIPA DC-008, tag 274). */
public enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    MIRRORED_UPSIDE_DOWN,
    TRANSPOSED,
    TURN_RIGHT,
    TRANSVERSED,
    TURN_LEFT;

    /** @param exif a TIFF structure with the tags, or null when the file has none; an unreadable one counts as none */
    public static Orientation of(byte @Nullable [] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        var tags = new Metadata();
        try {
            new TiffReader().processTiff(new ByteArrayReader(exif), new ExifTiffHandler(tags, null, 0), 0);
        } catch (TiffProcessingException | IOException e) {
            return UPRIGHT;
        }
        var main = tags.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer number = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return number == null || number < 1 || number > values().length ? UPRIGHT : values()[number - 1];
    }

    /** Whether stored rows become columns. */
    boolean swapsSides() {
        return ordinal() >= TRANSPOSED.ordinal();
    }

    /** Whether the pixels of a stored row come in reverse order. */
    boolean reversesPixels() {
        return this == MIRRORED || this == UPSIDE_DOWN || this == TRANSVERSED || this == TURN_LEFT;
    }

    /** Whether the stored rows come in reverse order. */
    boolean reversesRows() {
        return this == UPSIDE_DOWN || this == MIRRORED_UPSIDE_DOWN || this == TURN_RIGHT || this == TRANSVERSED;
    }
}
