package org.dermarium.ingest.image;

import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/** Reads a raster's samples row by row, into one array. Most pictures hold bytes, which are copied at once. */
final class RowReader {

    private final Raster raster;
    private final boolean holdsBytes;
    private final int[] row;
    private final byte[] bytes;

    RowReader(Raster raster) {
        this.raster = raster;
        this.holdsBytes = raster.getTransferType() == DataBuffer.TYPE_BYTE
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel;
        this.row = new int[raster.getWidth() * raster.getNumBands()];
        this.bytes = new byte[holdsBytes ? row.length : 0];
    }

    /** The samples of row y, from 0; good until the next call. */
    int[] row(int y) {
        if (!holdsBytes) {
            return raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
        }
        raster.getDataElements(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, bytes);
        for (int i = 0; i < row.length; i++) {
            row[i] = bytes[i] & 0xFF;
        }
        return row;
    }
}
