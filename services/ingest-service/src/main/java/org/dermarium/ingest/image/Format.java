package org.dermarium.ingest.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a file is, recognised by its first bytes and never by its name. */
enum Format {
    JPEG("jpeg", "image/jpeg", "jpg"),
    PNG("png", "image/png", "png"),
    TIFF("tiff", "image/tiff", "tif");

    private static final int LOOKED_AT = 64;

    /** Kinds of files that are sent by mistake, to be named in the refusal. */
    private static final Map<Pattern, String> OTHERS = new LinkedHashMap<>();

    static {
        OTHERS.put(Pattern.compile("^GIF8[79]a", Pattern.DOTALL), "a GIF image");
        OTHERS.put(Pattern.compile("^BM.{12}\\x28\\x00\\x00\\x00", Pattern.DOTALL), "a BMP image");
        OTHERS.put(Pattern.compile("^RIFF.{4}WEBP", Pattern.DOTALL), "a WebP image");
        OTHERS.put(Pattern.compile("^.{4}ftyp(heic|heix|mif1|avif)", Pattern.DOTALL), "a HEIC or AVIF image");
        OTHERS.put(Pattern.compile("^.{4}jP {2}", Pattern.DOTALL), "a JPEG 2000 image");
        OTHERS.put(Pattern.compile("^\\s*(<\\?xml.*)?<svg", Pattern.DOTALL), "an SVG drawing");
        OTHERS.put(Pattern.compile("^\\s*<(!doctype )?html", Pattern.CASE_INSENSITIVE), "an HTML page");
        OTHERS.put(Pattern.compile("^%PDF"), "a PDF document");
        OTHERS.put(Pattern.compile("^PK\\x03\\x04", Pattern.DOTALL), "a ZIP file");
    }

    private final String codec;
    private final String contentType;
    private final String extension;

    Format(String codec, String contentType, String extension) {
        this.codec = codec;
        this.contentType = contentType;
        this.extension = extension;
    }

    /** @throws Unacceptable when the bytes are no image of these formats */
    static Format of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, LOOKED_AT), ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return TIFF;
        }
        throw new Unacceptable(
                "Not an image the archive takes: the file is " + named(start) + ". Send JPEG, PNG or TIFF.");
    }

    private static String named(String start) {
        if (start.isEmpty()) {
            return "empty";
        }
        return OTHERS.entrySet().stream()
                .filter(other -> other.getKey().matcher(start).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("of an unknown type");
    }

    /** The codec's name in ImageIO. */
    String codec() {
        return codec;
    }

    String contentType() {
        return contentType;
    }

    /** Of file names, without the dot. */
    String extension() {
        return extension;
    }
}
