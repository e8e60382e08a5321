package org.dermarium.ingest.image.pixels;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * A picture of at most 256 pixels a side. Each of its pixels is the mean of all the pixels it stands for, weighted by how
 * much of each it covers, so that no detail is missed and none is invented.
 */
public final class Thumbnail {

    public static final int LONGEST = 256;

    private Thumbnail() {}

    public static BufferedImage of(BufferedImage picture) {
        return plain(small(plainColours(picture)));
    }

    /** Palettes cannot be averaged. */
    private static BufferedImage plainColours(BufferedImage picture) {
        return picture.getColorModel() instanceof IndexColorModel ? drawn(picture) : picture;
    }

    private static BufferedImage small(BufferedImage picture) {
        Size size = new Size(picture.getWidth(), picture.getHeight());
        Size wanted = size.within(LONGEST);
        if (wanted.equals(size)) {
            return picture;
        }
        WritableRaster means = picture.getRaster().createCompatibleWritableRaster(wanted.width(), wanted.height());
        average(picture.getRaster(), means);
        return new BufferedImage(picture.getColorModel(), means, picture.isAlphaPremultiplied(), null);
    }

    /** Rows first: whole rows are added at once, and the few that remain are made shorter. */
    private static void average(Raster from, WritableRaster to) {
        int bands = from.getNumBands();
        Shares columns = Shares.of(from.getWidth(), to.getWidth());
        Shares rows = Shares.of(from.getHeight(), to.getHeight());
        var reader = new RowReader(from);
        var writer = new RowWriter(to, reader);
        float[] mean = new float[from.getWidth() * bands];
        float[] next = new float[mean.length];
        float[] narrow = new float[to.getWidth() * bands];
        for (int y = 0; y < from.getHeight(); y++) {
            int[] row = reader.row(y);
            add(row, rows.first()[y], mean);
            add(row, rows.second()[y], next);
            if (rows.endsAt(y)) {
                columns.average(mean, narrow, bands);
                writer.write(rows.target()[y], narrow);
                float[] used = mean;
                mean = next;
                next = used;
                Arrays.fill(next, 0);
            }
        }
    }

    private static void add(int[] samples, float share, float[] sums) {
        if (share > 0) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += samples[i] * share;
            }
        }
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
