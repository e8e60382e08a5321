package org.dermarium.ingest.image.pixels;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Turns pictures upright, each pixel kept as it is. */
public final class Turn {

    private Turn() {}

    public static BufferedImage upright(BufferedImage stored, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return stored;
        }
        Size size = new Size(stored.getWidth(), stored.getHeight()).turned(orientation);
        WritableRaster upright = stored.getRaster().createCompatibleWritableRaster(size.width(), size.height());
        copy(stored.getRaster(), upright, orientation);
        return new BufferedImage(stored.getColorModel(), upright, stored.isAlphaPremultiplied(), null);
    }

    private static void copy(Raster from, WritableRaster to, Orientation orientation) {
        int width = from.getWidth();
        int height = from.getHeight();
        int bands = from.getNumBands();
        int[] row = new int[width * bands];
        int[] reversed = new int[row.length];
        for (int y = 0; y < height; y++) {
            from.getPixels(from.getMinX(), from.getMinY() + y, width, 1, row);
            int[] pixels = orientation.reversesPixels() ? reverse(row, reversed, bands) : row;
            int line = orientation.reversesRows() ? height - 1 - y : y;
            if (orientation.swapsSides()) {
                to.setPixels(line, 0, 1, width, pixels);
            } else {
                to.setPixels(0, line, width, 1, pixels);
            }
        }
    }

    private static int[] reverse(int[] row, int[] reversed, int bands) {
        for (int from = 0, to = row.length - bands; from < row.length; from += bands, to -= bands) {
            System.arraycopy(row, from, reversed, to, bands);
        }
        return reversed;
    }
}
