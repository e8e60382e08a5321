package org.dermarium.testkit.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Generated photographs that look like skin lesions, so that no patient's picture is ever needed. The same arguments
 * always give the same bytes on one JDK.
 */
public final class LesionImages {

    private static final float QUALITY = 0.85f;

    private LesionImages() {}

    /** A colour photograph of {@link Lesion#any}. */
    public static byte[] jpeg(long seed, int width, int height) {
        return jpeg(Lesion.any(seed), width, height);
    }

    public static byte[] jpeg(Lesion lesion, int width, int height) {
        return encode("jpeg", new LesionPainter(lesion).paint(width, height));
    }

    public static byte[] png(long seed, int width, int height) {
        return png(Lesion.any(seed), width, height);
    }

    public static byte[] png(Lesion lesion, int width, int height) {
        return encode("png", new LesionPainter(lesion).paint(width, height));
    }

    /** As confocal microscopes give it: one channel of 16 bits. */
    public static byte[] greyPng16(long seed, int width, int height) {
        BufferedImage colour = new LesionPainter(Lesion.any(seed)).paint(width, height);
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = colour.getRGB(x, y);
                int sum = (rgb >> 16 & 255) * 77 + (rgb >> 8 & 255) * 150 + (rgb & 255) * 29;
                grey.getRaster().setSample(x, y, 0, sum);
            }
        }
        return encode("png", grey);
    }

    /**
     * The image with an EXIF block as cameras write it.
     *
     * @param image JPEG or PNG
     * @param orientation 1 to 8 as EXIF numbers them
     * @param gps where it was taken, or null for none
     */
    public static byte[] withExif(byte[] image, int orientation, @Nullable Gps gps) {
        return EmbeddedMetadata.exif(image, Exif.block(orientation, gps));
    }

    /** The image with an XMP packet whose description is this text. */
    public static byte[] withXmp(byte[] image, String description) {
        return EmbeddedMetadata.xmp(image, description);
    }

    /** Degrees north and east. */
    public record Gps(double latitude, double longitude) {}

    private static byte[] encode(String format, BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
