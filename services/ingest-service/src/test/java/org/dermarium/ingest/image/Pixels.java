package org.dermarium.ingest.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Pictures as tables of pixels. */
final class Pixels {

    private Pixels() {}

    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All samples, row by row. */
    static int[] samples(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    static byte[] encoded(BufferedImage image, String format) {
        try {
            var out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("nobody writes " + format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture whose every pixel is another grey, so that no turn can be taken for another. */
    static BufferedImage distinct(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, y * width + x);
            }
        }
        return image;
    }

    /** Three upright bars of one width: red, green, blue. */
    static BufferedImage tricolour(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        int[] bars = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, bars[3 * x / width]);
            }
        }
        return image;
    }

    /** The colour that is much of a pixel while the two others are little of it. */
    static String strongest(int rgb) {
        var colour = new Color(rgb);
        int[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
        String[] names = {"red", "green", "blue"};
        int[] strong =
                IntStream.range(0, parts.length).filter(i -> parts[i] > 200).toArray();
        boolean isPure = strong.length == 1
                && IntStream.of(parts).filter(part -> part < 55).count() == 2;
        return isPure ? names[strong[0]] : colour.toString();
    }

    /** Black and white by turns, pixel by pixel. */
    static BufferedImage chequered(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x + y) % 2 == 0 ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }
}
