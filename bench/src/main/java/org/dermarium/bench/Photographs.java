package org.dermarium.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dermarium.testkit.file.LesionImages;

/**
 * Photographs as dermatoscopes give them, with the grain of a sensor: JPEG with as many bytes a pixel as HAM10000's, which
 * are 600 by 450 pixels and 280 kB.
 */
record Photographs(int width, int height) {

    static final Photographs SMALL = new Photographs(600, 450);
    static final Photographs MIDDLE = new Photographs(1024, 768);
    static final Photographs LARGE = new Photographs(2048, 1536);

    private static final double BYTES_A_PIXEL = 280_000.0 / (600 * 450);
    private static final int GRAIN = 17;

    List<byte[]> make(int count) {
        float quality = quality(picture(0));
        return LongStream.range(0, count)
                .parallel()
                .mapToObj(seed -> jpeg(picture(seed), quality))
                .toList();
    }

    @Override
    public String toString() {
        return width + " × " + height;
    }

    private BufferedImage picture(long seed) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(LesionImages.png(seed, width, height)));
            var random = new SplittableRandom(seed);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    picture.setRGB(x, y, grained(picture.getRGB(x, y), random.nextInt(GRAIN) - GRAIN / 2));
                }
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int grained(int rgb, int grain) {
        return lighter(rgb >> 16, grain) << 16 | lighter(rgb >> 8, grain) << 8 | lighter(rgb, grain);
    }

    private static int lighter(int channel, int by) {
        return Math.clamp((channel & 255) + by, 0, 255);
    }

    /** The quality at which a picture takes the wanted number of bytes. */
    private float quality(BufferedImage picture) {
        float low = 0.5f;
        float high = 1;
        for (int step = 0; step < 8; step++) {
            float middle = (low + high) / 2;
            if (jpeg(picture, middle).length < BYTES_A_PIXEL * width * height) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
