package org.dermarium.ingest.image;

import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** Writes rounded samples row by row, in the order in which a {@link RowReader} gave them. */
final class RowWriter {

    private final WritableRaster raster;
    private final RowReader order;
    private final byte @Nullable [] bytes;

    /** @param order of a raster with which this one is compatible */
    RowWriter(WritableRaster raster, RowReader order) {
        this.raster = raster;
        this.order = order;
        this.bytes = order.isDense() ? RowReader.bytes(raster) : null;
    }

    /** Samples are not negative, and for those adding a half is Math.round without its care for the others. */
    void write(int y, float[] samples) {
        if (bytes == null) {
            raster.setPixels(0, y, raster.getWidth(), 1, rounded(samples));
            return;
        }
        for (int i = 0, to = y * samples.length; i < samples.length; i++) {
            bytes[to + i] = (byte) (int) (samples[i] + 0.5f);
        }
    }

    private int[] rounded(float[] samples) {
        int bands = raster.getNumBands();
        int[] rounded = new int[samples.length];
        for (int i = 0; i < rounded.length; i += bands) {
            for (int band = 0; band < bands; band++) {
                rounded[i + band] = (int) (samples[i + order.place(band)] + 0.5f);
            }
        }
        return rounded;
    }
}
