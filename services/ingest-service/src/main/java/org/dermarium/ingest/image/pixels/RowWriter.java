package org.dermarium.ingest.image.pixels;

import java.awt.image.WritableRaster;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes rounded samples row by row, in the order in which a {@link RowReader} gave them. */
final class RowWriter {

    private final WritableRaster raster;
    private final byte @Nullable [] bytes;

    /** @param raster compatible with the reader's: its samples lie in the same way */
    RowWriter(WritableRaster raster, RowReader reader) {
        this.raster = raster;
        this.bytes = reader.isDense() ? Objects.requireNonNull(RowReader.bytes(raster)) : null;
    }

    void write(int y, float[] samples) {
        if (bytes == null) {
            int[] rounded = new int[samples.length];
            for (int i = 0; i < samples.length; i++) {
                rounded[i] = rounded(samples[i]);
            }
            raster.setPixels(0, y, raster.getWidth(), 1, rounded);
            return;
        }
        for (int i = 0, to = y * samples.length; i < samples.length; i++) {
            bytes[to + i] = (byte) rounded(samples[i]);
        }
    }

    /** Samples are not negative, and for those this is Math.round without its care for the others. */
    private static int rounded(float sample) {
        return (int) (sample + 0.5f);
    }
}
