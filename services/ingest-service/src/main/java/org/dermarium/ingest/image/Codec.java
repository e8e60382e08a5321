package org.dermarium.ingest.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/** ImageIO's readers and writers, opened and closed properly. */
record Codec(ImageReader reader, ImageInputStream input) implements AutoCloseable {

    static {
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
    }

    static Codec reading(Format format, byte[] file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.codec()).next();
        var input = new ByteArrayImageInputStream(file);
        reader.setInput(input, true, true);
        return new Codec(reader, input);
    }

    /**
     * Decodes the picture.
     *
     * @param every keeps each n-th pixel of each n-th row
     * @throws Unacceptable when the data are damaged or end too early
     */
    BufferedImage decode(int every) {
        boolean[] incomplete = new boolean[1];
        reader.addIIOReadWarningListener((source, warning) -> incomplete[0] |= isAboutMissingData(warning));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        BufferedImage decoded;
        try {
            decoded = reader.read(0, parameters);
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged files with whatever they stumble over.
            throw Unacceptable.damaged("its pixels cannot be decoded");
        }
        if (incomplete[0]) {
            throw Unacceptable.truncated();
        }
        return decoded;
    }

    private static boolean isAboutMissingData(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            input.close();
        } catch (IOException e) {
            throw new IllegalStateException("a stream over an array does not fail", e);
        }
    }

    /** @param quality from 0 to 1 */
    static byte[] jpeg(BufferedImage image, float quality) {
        return write(Format.JPEG, image, quality);
    }

    static byte[] png(BufferedImage image) {
        return write(Format.PNG, image, 0);
    }

    private static byte[] write(Format format, BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format.codec())
                .next();
        var bytes = new ByteArrayOutputStream(64 * 1024);
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory does not fail", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
