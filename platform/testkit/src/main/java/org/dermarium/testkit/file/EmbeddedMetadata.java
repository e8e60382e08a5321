package org.dermarium.testkit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Puts metadata into JPEG and PNG files where readers look for it: behind the first marker or chunk. */
final class EmbeddedMetadata {

    private static final int JPEG_START = 2;
    private static final int PNG_HEADER_END = 8 + 25;

    private EmbeddedMetadata() {}

    static byte[] exif(byte[] image, byte[] block) {
        return isJpeg(image)
                ? insert(image, JPEG_START, segment("Exif\0\0", block))
                : insert(image, PNG_HEADER_END, chunk("eXIf", block));
    }

    static byte[] xmp(byte[] image, String description) {
        byte[] packet =
                ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                                + "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:description>"
                                + description + "</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>")
                        .getBytes(UTF_8);
        return isJpeg(image)
                ? insert(image, JPEG_START, segment("http://ns.adobe.com/xap/1.0/\0", packet))
                : insert(
                        image,
                        PNG_HEADER_END,
                        chunk("iTXt", joined("XML:com.adobe.xmp\0\0\0\0\0".getBytes(ISO_8859_1), packet)));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = joined(type.getBytes(ISO_8859_1), data);
        var crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] segment(String name, byte[] data) {
        byte[] body = joined(name.getBytes(ISO_8859_1), data);
        return ByteBuffer.allocate(body.length + 4)
                .putShort((short) 0xFFE1)
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    private static boolean isJpeg(byte[] image) {
        return (image[0] & 255) == 0xFF && (image[1] & 255) == 0xD8;
    }

    private static byte[] insert(byte[] image, int at, byte[] piece) {
        var out = new ByteArrayOutputStream(image.length + piece.length);
        out.write(image, 0, at);
        out.writeBytes(piece);
        out.write(image, at, image.length - at);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }
}
