package org.dermarium.ingest.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.ingest.image.pixels.Size;
import org.dermarium.testkit.SharedFolder;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.file.MaliciousFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrepareImageTests {

    private static final LesionImages.Gps ZURICH = new LesionImages.Gps(47.37, 8.54);
    private static final String PHOTOGRAPHS = "data/images/isic-cc0/";

    private final PrepareImage images = new PrepareImage(new PixelLimit(100_000_000), 256);

    private PreparedImage prepare(byte[] file) {
        try {
            return images.prepare(file);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsUprightJpegBitByBitAndNothingElse() {
        byte[] plain = LesionImages.jpeg(1, 320, 240);
        byte[] telling = LesionImages.withXmp(LesionImages.withExif(plain, 1, ZURICH), "Jane Roe, born 1970");
        PreparedImage prepared = prepare(telling);
        assertThat(Pixels.samples(Pixels.decoded(prepared.bytes()))).isEqualTo(Pixels.samples(Pixels.decoded(plain)));
        assertThat(scanOf(prepared.bytes())).isEqualTo(scanOf(plain));
        assertTellsNothing(prepared.bytes());
        assertTellsNothing(prepared.thumbnail());
    }

    @Test
    void keepsUprightPngPixelByPixelAndNothingElse() {
        byte[] plain = LesionImages.png(2, 120, 90);
        PreparedImage prepared = prepare(LesionImages.withXmp(LesionImages.withExif(plain, 1, ZURICH), "Jane Roe"));
        assertThat(Pixels.samples(Pixels.decoded(prepared.bytes()))).isEqualTo(Pixels.samples(Pixels.decoded(plain)));
        assertThat(prepared.extension()).isEqualTo("png");
        assertTellsNothing(prepared.bytes());
    }

    @Test
    void keepsSixteenBitsOfGrey() {
        byte[] plain = LesionImages.greyPng16(3, 300, 300);
        PreparedImage prepared = prepare(LesionImages.withExif(plain, 1, ZURICH));
        BufferedImage kept = Pixels.decoded(prepared.bytes());
        assertThat(kept.getSampleModel().getSampleSize(0)).isEqualTo(16);
        assertThat(Pixels.samples(kept)).isEqualTo(Pixels.samples(Pixels.decoded(plain)));
        double full = Arrays.stream(Pixels.samples(kept)).average().orElseThrow() / 257;
        double small = Arrays.stream(Pixels.samples(Pixels.decoded(prepared.thumbnail())))
                .average()
                .orElseThrow();
        assertThat(small).as("as bright as the picture").isBetween(full - 2, full + 2);
    }

    /** Where the stored corners come to lie: of a 3 x 2 picture numbered row by row, the rows after turning. */
    @ParameterizedTest
    @CsvSource({
        "1, 0 1 2 3 4 5, 3", "2, 2 1 0 5 4 3, 3", "3, 5 4 3 2 1 0, 3", "4, 3 4 5 0 1 2, 3",
        "5, 0 3 1 4 2 5, 2", "6, 3 0 4 1 5 2, 2", "7, 5 2 4 1 3 0, 2", "8, 2 5 1 4 0 3, 2"
    })
    void turnsEveryOrientationUpright(int orientation, String expected, int width) {
        byte[] stored = LesionImages.withExif(Pixels.encoded(Pixels.distinct(3, 2), "png"), orientation, null);
        PreparedImage prepared = prepare(stored);
        int[] wanted =
                Stream.of(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(Pixels.samples(Pixels.decoded(prepared.bytes()))).isEqualTo(wanted);
        assertThat(new Size(prepared.width(), prepared.height())).isEqualTo(new Size(width, 6 / width));
    }

    @ParameterizedTest(name = "{0}, orientation {1}")
    @CsvSource({
        "png, 1, red, blue", "png, 2, blue, red", "png, 3, blue, red", "png, 4, red, blue",
        "jpeg, 1, red, blue", "jpeg, 2, blue, red", "jpeg, 3, blue, red", "jpeg, 4, red, blue",
        "png, 5, red, blue", "png, 6, red, blue", "png, 7, blue, red", "png, 8, blue, red",
        "jpeg, 5, red, blue", "jpeg, 6, red, blue", "jpeg, 7, blue, red", "jpeg, 8, blue, red"
    })
    void keepsColoursWhenTurning(String format, int orientation, String first, String last) {
        byte[] bars = Pixels.encoded(Pixels.tricolour(96, 64, BufferedImage.TYPE_3BYTE_BGR), format);
        BufferedImage upright = Pixels.decoded(
                prepare(LesionImages.withExif(bars, orientation, null)).bytes());
        assertThat(IntStream.of(1, 3, 5)
                        .mapToObj(sixth -> upright.getWidth() > upright.getHeight()
                                ? upright.getRGB(sixth * upright.getWidth() / 6, upright.getHeight() / 2)
                                : upright.getRGB(upright.getWidth() / 2, sixth * upright.getHeight() / 6))
                        .map(Pixels::strongest))
                .containsExactly(first, "green", last);
    }

    @ParameterizedTest
    @CsvSource({"2, 160, 120", "3, 160, 120", "6, 120, 160", "8, 120, 160"})
    void writesTurnedJpegAnewWithoutMetadata(int orientation, int width, int height) {
        PreparedImage prepared = prepare(LesionImages.withExif(LesionImages.jpeg(4, 160, 120), orientation, ZURICH));
        assertThat(new Size(prepared.width(), prepared.height())).isEqualTo(new Size(width, height));
        assertThat(Pixels.decoded(prepared.bytes()).getWidth()).isEqualTo(width);
        assertTellsNothing(prepared.bytes());
    }

    @Test
    void makesTiffIntoPngWithoutLoss() {
        BufferedImage picture = Pixels.decoded(LesionImages.png(5, 80, 60));
        PreparedImage prepared = prepare(Pixels.encoded(picture, "tiff"));
        assertThat(prepared.contentType()).isEqualTo("image/png");
        assertThat(Pixels.samples(Pixels.decoded(prepared.bytes()))).isEqualTo(Pixels.samples(picture));
    }

    @Test
    void dropsWhatFollowsThePicture() {
        PreparedImage prepared = prepare(MaliciousFiles.polyglot());
        assertThat(new String(prepared.bytes(), ISO_8859_1)).doesNotContain("<script", "<html", "PK\u0003\u0004");
        byte[] end = Arrays.copyOfRange(prepared.bytes(), prepared.bytes().length - 2, prepared.bytes().length);
        assertThat(end).containsExactly(0xFF, 0xD9);
    }

    @ParameterizedTest
    @CsvSource({"1000, 500, 256, 128", "500, 1000, 128, 256", "100, 50, 100, 50", "5000, 10, 256, 1"})
    void makesThumbnailsOfAtMost256PixelsASide(int width, int height, int smallWidth, int smallHeight) {
        BufferedImage thumbnail =
                Pixels.decoded(prepare(LesionImages.jpeg(6, width, height)).thumbnail());
        assertThat(thumbnail.getWidth()).isEqualTo(smallWidth);
        assertThat(thumbnail.getHeight()).isEqualTo(smallHeight);
    }

    static Stream<Arguments> coloured() {
        return Stream.of(
                Arguments.of("jpg", BufferedImage.TYPE_3BYTE_BGR),
                Arguments.of("png", BufferedImage.TYPE_3BYTE_BGR),
                Arguments.of("png", BufferedImage.TYPE_4BYTE_ABGR));
    }

    @ParameterizedTest
    @MethodSource("coloured")
    void keepsColoursAndTheirPlacesInThumbnails(String format, int type) {
        byte[] file = Pixels.encoded(Pixels.tricolour(701, 303, type), format);
        BufferedImage thumbnail = Pixels.decoded(prepare(file).thumbnail());
        int y = thumbnail.getHeight() / 2;
        int sixth = thumbnail.getWidth() / 6;
        assertThat(IntStream.of(1, 3, 5).mapToObj(bar -> Pixels.strongest(thumbnail.getRGB(bar * sixth, y))))
                .containsExactly("red", "green", "blue");
    }

    @ParameterizedTest
    @CsvSource({"512, 512", "700, 300"})
    void makesEveryPixelOfThumbnailsTheMeanOfWhatItStandsFor(int width, int height) {
        byte[] file = Pixels.encoded(Pixels.chequered(width, height), "png");
        assertThat(Arrays.stream(Pixels.samples(Pixels.decoded(prepare(file).thumbnail())))
                        .average()
                        .orElseThrow())
                .isBetween(126.0, 129.0);
    }

    static Stream<Arguments> unacceptable() {
        byte[] png = LesionImages.png(7, 64, 48);
        byte[] wrongSum = png.clone();
        wrongSum[wrongSum.length - 20] ^= 1;
        byte[] jpeg = LesionImages.jpeg(8, 64, 48);
        return Stream.of(
                Arguments.of("10,000 x 100,000 pixels", MaliciousFiles.hugePixelHeader()),
                Arguments.of("20,000 x 20,000 pixels", MaliciousFiles.pngBomb(20_000)),
                Arguments.of("truncated", MaliciousFiles.truncatedJpeg()),
                Arguments.of("truncated", Arrays.copyOf(jpeg, jpeg.length - 2)),
                Arguments.of("truncated", Arrays.copyOf(png, png.length - 20)),
                Arguments.of("check sum", wrongSum),
                Arguments.of("of an unknown type", MaliciousFiles.notAnImage()),
                Arguments.of("an SVG drawing", MaliciousFiles.svgWithScript()),
                Arguments.of("a ZIP file", MaliciousFiles.zipTraversal()),
                Arguments.of("empty", MaliciousFiles.emptyFile()),
                Arguments.of("a GIF image", Pixels.encoded(Pixels.distinct(4, 4), "gif")),
                Arguments.of("damaged", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}),
                Arguments.of("TIFF directory", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0}));
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void saysWhyAFileIsNotTaken(String reason, byte[] file) {
        assertThatThrownBy(() -> prepare(file)).isInstanceOf(Unacceptable.class).hasMessageContaining(reason);
    }

    @Test
    void refusesJpegWhoseDataEndBeforeThePictureDoes() {
        byte[] jpeg = LesionImages.jpeg(9, 256, 192);
        byte[] hollow = Arrays.copyOf(jpeg, jpeg.length / 2);
        hollow[hollow.length - 2] = (byte) 0xFF;
        hollow[hollow.length - 1] = (byte) 0xD9;
        assertThatThrownBy(() -> prepare(hollow)).isInstanceOf(Unacceptable.class);
    }

    @Test
    void turnsTheReferencePhotographUpright() throws Exception {
        Path photograph = SharedFolder.file(PHOTOGRAPHS + "image_with_exif_including_orientation.jpg");
        byte[] file = Files.readAllBytes(photograph);
        BufferedImage stored = Pixels.decoded(file);
        PreparedImage prepared = prepare(file);
        assertThat(new Size(prepared.width(), prepared.height()))
                .isEqualTo(new Size(stored.getHeight(), stored.getWidth()));
        assertThat(new String(prepared.bytes(), ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void stripsTheReferenceTile() throws Exception {
        Path tile = SharedFolder.file(PHOTOGRAPHS + "RCM_tile_with_exif.png");
        byte[] file = Files.readAllBytes(tile);
        assertThat(new String(file, ISO_8859_1)).contains("foobar");
        PreparedImage prepared = prepare(file);
        assertThat(new String(prepared.bytes(), ISO_8859_1)).doesNotContain("foobar", "eXIf", "tEXt");
        assertThat(Pixels.samples(Pixels.decoded(prepared.bytes()))).isEqualTo(Pixels.samples(Pixels.decoded(file)));
    }

    private static void assertTellsNothing(byte[] file) {
        assertThat(new String(file, ISO_8859_1))
                .doesNotContain("Exif", "eXIf", "http://ns.adobe.com", "xpacket", "Jane Roe", "Dermascope", "iTXt");
    }

    /** The compressed picture: from the start of the scan to the end. */
    private static byte[] scanOf(byte[] jpeg) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
                return Arrays.copyOfRange(jpeg, i, jpeg.length);
            }
        }
        throw new IllegalArgumentException("no scan");
    }
}
