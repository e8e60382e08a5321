package org.dermarium.testkit.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files that harm or mislead a careless reader. Each archive also holds good images, so that a test sees what of it is kept. */
public final class MaliciousFiles {

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HUGE_CELL = 2_000_000;

    private MaliciousFiles() {}

    /** One entry that unpacks to this many bytes of zeros, a thousand times its packed size. */
    public static byte[] zipBomb(int unpackedBytes) {
        return withGoodImage().file("bomb.jpg", new byte[unpackedBytes]).bytes();
    }

    /** An entry that claims a hundred bytes and unpacks to many more. */
    public static byte[] zipLyingAboutSize(int unpackedBytes) {
        return withGoodImage().lying("small.jpg", new byte[unpackedBytes], 100).bytes();
    }

    /** Many names for the same stored bytes. */
    public static byte[] zipOverlap(int names) {
        var zip = withGoodImage();
        for (int i = 0; i < names; i++) {
            zip.again("copy" + i + ".jpg", 0);
        }
        return zip.bytes();
    }

    public static byte[] zipTraversal() {
        return withGoodImage().file("../../outside.jpg", good()).bytes();
    }

    public static byte[] zipBackslashTraversal() {
        return withGoodImage().file("..\\..\\outside.jpg", good()).bytes();
    }

    public static byte[] zipAbsolute() {
        return withGoodImage().file("/etc/outside.jpg", good()).bytes();
    }

    public static byte[] zipSymlink() {
        return withGoodImage().symlink("link.jpg", "/etc/passwd").bytes();
    }

    public static byte[] encryptedZip() {
        return withGoodImage().encrypted("secret.jpg", good()).bytes();
    }

    public static byte[] nestedZip() {
        return withGoodImage().file("inner.zip", zipTraversal()).bytes();
    }

    /** Two entries of one name with different content. */
    public static byte[] zipDuplicateNames() {
        return withGoodImage().file("good.jpg", LesionImages.jpeg(2, 64, 48)).bytes();
    }

    public static byte[] zipNulName() {
        return withGoodImage().file("harmless.jpg\0.exe", good()).bytes();
    }

    /** A name that reads as {@code gpj.exe} turned round on screen. */
    public static byte[] zipRightToLeftName() {
        return withGoodImage().file("photo\u202Egpj.exe", good()).bytes();
    }

    public static byte[] zipManyEntries(int entries) {
        var zip = new RawZip();
        for (int i = 0; i < entries; i++) {
            zip.file("empty" + i + ".jpg", new byte[0]);
        }
        return zip.bytes();
    }

    public static byte[] truncatedZip() {
        byte[] whole = withGoodImage().bytes();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A valid PNG start that announces 10,000 by 100,000 pixels, with hardly any data. */
    public static byte[] hugePixelHeader() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(10_000)
                .putInt(100_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return png(header, new byte[1_000]);
    }

    /** A PNG whose few bytes of data decode to all the pixels it announces. */
    public static byte[] pngBomb(int side) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        return png(header, new byte[(side / 8 + 1) * side]);
    }

    public static byte[] truncatedJpeg() {
        byte[] whole = LesionImages.jpeg(3, 256, 192);
        return Arrays.copyOf(whole, whole.length / 3);
    }

    /** A JPEG that is also an HTML page with a script and a ZIP archive. */
    public static byte[] polyglot() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(LesionImages.withXmp(good(), "<script>alert(1)</script>"));
        out.writeBytes("<html><script>alert(document.cookie)</script></html>".getBytes(UTF_8));
        out.writeBytes(zipTraversal());
        return out.toByteArray();
    }

    public static byte[] notAnImage() {
        return "This is a letter, whatever its name says.\n".repeat(50).getBytes(UTF_8);
    }

    public static byte[] svgWithScript() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);
    }

    public static byte[] emptyFile() {
        return new byte[0];
    }

    /** Latin-1 bytes that are no UTF-8. */
    public static byte[] csvWrongEncoding(String fileName) {
        return ("filename,attribution\n" + fileName + ",Universit\u00e4tsklinik M\u00fcnchen\n").getBytes(ISO_8859_1);
    }

    public static byte[] csvUtf16(String fileName) {
        return ("filename,sex\n" + fileName + ",male\n").getBytes(UTF_16);
    }

    /** Cells that a spreadsheet would run. */
    public static byte[] csvFormula(String fileName) {
        return ("filename,sex,site_note,=cmd|' /C calc'!A0\n" + fileName
                        + ",male,\"=HYPERLINK(\"\"http://127.0.0.1/\"\"&A1)\",+1\n")
                .getBytes(UTF_8);
    }

    public static byte[] csvHugeCell(String fileName) {
        return ("filename,attribution\n" + fileName + "," + "A".repeat(HUGE_CELL) + "\n").getBytes(UTF_8);
    }

    /** Numbers that are none: NaN, infinity, beyond any range. */
    public static byte[] csvNotANumber(String fileName) {
        return ("filename,age,mel_thick_mm,clin_size_long_diam_mm,acquisition_day\n" + fileName
                        + ",NaN,Infinity,-\u221e,99999999999999999999\n")
                .getBytes(UTF_8);
    }

    /** An opening quote that is never closed. */
    public static byte[] csvUnclosedQuote(String fileName) {
        return ("filename,sex\n" + fileName + ",\"male\n").getBytes(UTF_8);
    }

    private static RawZip withGoodImage() {
        return new RawZip().file("good.jpg", good());
    }

    private static byte[] good() {
        return LesionImages.jpeg(1, 64, 48);
    }

    private static byte[] png(byte[] header, byte[] pixels) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(PNG_SIGNATURE);
        out.writeBytes(EmbeddedMetadata.chunk("IHDR", header));
        out.writeBytes(EmbeddedMetadata.chunk("IDAT", deflated(pixels)));
        out.writeBytes(EmbeddedMetadata.chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflating.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
