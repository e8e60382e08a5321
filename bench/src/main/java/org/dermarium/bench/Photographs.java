package org.dermarium.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.dermarium.testkit.LesionImages;

/** Photographs as dermatoscopes give them: 600 by 450 pixels, JPEG, about 280 kB. */
final class Photographs {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 450;
    private static final int BYTES = 280_000;

    private Photographs() {}

    static List<byte[]> make(int count) throws IOException {
        float quality = quality(picture(0));
        return LongStream.range(0, count)
                .parallel()
                .mapToObj(seed -> jpeg(picture(seed), quality))
                .toList();
    }

    private static BufferedImage picture(long seed) {
        try {
            return ImageIO.read(new ByteArrayInputStream(LesionImages.png(seed, WIDTH, HEIGHT)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The quality at which a picture takes the wanted number of bytes. */
    private static float quality(BufferedImage picture) {
        float low = 0.5f;
        float high = 1;
        for (int step = 0; step < 8; step++) {
            float middle = (low + high) / 2;
            if (jpeg(picture, middle).length < BYTES) {
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
            throw new java.io.UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
