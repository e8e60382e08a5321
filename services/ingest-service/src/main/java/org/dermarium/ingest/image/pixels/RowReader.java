package org.dermarium.ingest.image.pixels;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raster's samples row by row, into one array. Most pictures hold bytes, which are taken as they lie: blue, green,
 * red. Only a {@link RowWriter} can put such a row back.
 */
final class RowReader {

    private final Raster raster;
    private final int[] row;
    private final byte @Nullable [] bytes;

    RowReader(Raster raster) {
        this.raster = raster;
        this.row = new int[raster.getWidth() * raster.getNumBands()];
        this.bytes = bytes(raster);
    }

    /** The samples of row y, from 0; good until the next call. */
    int[] row(int y) {
        if (bytes == null) {
            return raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
        }
        for (int i = 0, from = y * row.length; i < row.length; i++) {
            row[i] = bytes[from + i] & 0xFF;
        }
        return row;
    }

    /** Whether rows are bytes as they lie. */
    boolean isDense() {
        return bytes != null;
    }

    /** All samples one after the other, or null when they lie in another way. */
    static byte @Nullable [] bytes(Raster raster) {
        boolean isDense = raster.getDataBuffer() instanceof DataBufferByte
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getPixelStride() == model.getNumBands()
                && model.getScanlineStride() == raster.getWidth() * model.getNumBands()
                && raster.getParent() == null;
        return isDense ? ((DataBufferByte) raster.getDataBuffer()).getData() : null;
    }
}
