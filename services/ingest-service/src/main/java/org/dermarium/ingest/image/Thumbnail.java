package org.dermarium.ingest.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A JPEG of at most 256 pixels a side. Each of its pixels is the mean of all the pixels it stands for, weighted by how
 * much of each it covers, so that no detail is missed and none is invented.
 */
final class Thumbnail {

    static final int LONGEST = 256;

    private static final float QUALITY = 0.8f;

    private Thumbnail() {}

    static byte[] of(BufferedImage picture) {
        return Codec.jpeg(plain(small(plainColours(picture))), QUALITY);
    }

    /** Palettes cannot be averaged. */
    private static BufferedImage plainColours(BufferedImage picture) {
        return picture.getColorModel() instanceof java.awt.image.IndexColorModel ? drawn(picture) : picture;
    }

    private static BufferedImage small(BufferedImage picture) {
        Size size = new Size(picture.getWidth(), picture.getHeight());
        Size wanted = size.within(LONGEST);
        if (wanted.equals(size)) {
            return picture;
        }
        WritableRaster means = picture.getColorModel().createCompatibleWritableRaster(wanted.width(), wanted.height());
        average(picture.getRaster(), means);
        return new BufferedImage(picture.getColorModel(), means, picture.isAlphaPremultiplied(), null);
    }

    private static void average(Raster from, WritableRaster to) {
        int bands = from.getNumBands();
        double rowsEach = (double) from.getHeight() / to.getHeight();
        int[] row = new int[from.getWidth() * bands];
        float[] sums = new float[to.getWidth() * bands];
        float[] narrow = new float[sums.length];
        int read = -1;
        for (int y = 0; y < to.getHeight(); y++) {
            java.util.Arrays.fill(sums, 0);
            double start = y * rowsEach;
            double end = Math.min(start + rowsEach, from.getHeight());
            for (int line = (int) start; line < end; line++) {
                if (line != read) {
                    from.getPixels(from.getMinX(), from.getMinY() + line, from.getWidth(), 1, row);
                    averageRow(row, narrow, bands);
                    read = line;
                }
                float weight = (float) ((Math.min(end, line + 1) - Math.max(start, line)) / rowsEach);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += narrow[i] * weight;
                }
            }
            to.setPixels(0, y, to.getWidth(), 1, rounded(sums));
        }
    }

    /** The same one row narrower: each value the mean of those it covers. */
    private static void averageRow(int[] row, float[] narrow, int bands) {
        int width = row.length / bands;
        int pixels = narrow.length / bands;
        double each = (double) width / pixels;
        for (int x = 0; x < pixels; x++) {
            double start = x * each;
            double end = Math.min(start + each, width);
            for (int band = 0; band < bands; band++) {
                float sum = 0;
                for (int column = (int) start; column < end; column++) {
                    float weight = (float) (Math.min(end, column + 1) - Math.max(start, column));
                    sum += row[column * bands + band] * weight;
                }
                narrow[x * bands + band] = (float) (sum / each);
            }
        }
    }

    private static int[] rounded(float[] values) {
        int[] rounded = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = Math.round(values[i]);
        }
        return rounded;
    }

    /** Eight bits, no alpha, sRGB or grey: what every browser shows alike. */
    private static BufferedImage plain(BufferedImage small) {
        if (small.getRaster().getNumBands() == 1) {
            return grey(small);
        }
        boolean isPlain = small.getType() == BufferedImage.TYPE_3BYTE_BGR;
        return isPlain ? small : drawn(small);
    }

    /** Drawing would take deep greys for linear light and make them paler. */
    private static BufferedImage grey(BufferedImage small) {
        var plain = new BufferedImage(small.getWidth(), small.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        int surplusBits = small.getSampleModel().getSampleSize(0) - Byte.SIZE;
        int[] values = small.getRaster().getPixels(0, 0, small.getWidth(), small.getHeight(), (int[]) null);
        for (int i = 0; i < values.length; i++) {
            values[i] = surplusBits >= 0 ? values[i] >> surplusBits : values[i] * 255 / ((1 << -surplusBits) - 1);
        }
        plain.getRaster().setPixels(0, 0, small.getWidth(), small.getHeight(), values);
        return plain;
    }

    private static BufferedImage drawn(BufferedImage image) {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D brush = plain.createGraphics();
        brush.drawImage(image, 0, 0, Color.WHITE, null);
        brush.dispose();
        return plain;
    }
}
