package org.dermarium.catalog.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.dermarium.events.Image;
import org.dermarium.testkit.ImageBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LesionTests {

    private static final String DAY = "acquisition_day";

    @Test
    void prefersTheBiopsiedImageOverOneOfWhichNothingIsKnown() {
        Image unknown = anImage(1)
                .published()
                .imageType("dermoscopic")
                .diagnosis("Benign")
                .build();
        Image biopsied = anImage(2)
                .published()
                .with("concomitant_biopsy", true)
                .diagnosis("Malignant", "Melanoma")
                .build();

        var lesion = new Lesion("IL_0000001", List.of(unknown, biopsied));

        assertThat(lesion.index()).isEqualTo(biopsied);
        assertThat(lesion.outcome()).isEqualTo("Malignant:Melanoma");
        assertThat(lesion.coarseOutcome()).isEqualTo("Malignant");
    }

    /** In each row the first image stands for the lesion, in whatever order they are given. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isSpokenForBy(String rule, ImageBuilder first, ImageBuilder second) {
        Image index = first.published().build();
        Image other = second.published().build();

        assertThat(new Lesion("IL_0000001", List.of(index, other)).index()).isEqualTo(index);
        assertThat(new Lesion("IL_0000001", List.of(other, index)).index()).isEqualTo(index);
    }

    static Stream<Arguments> isSpokenForBy() {
        return Stream.of(
                arguments(
                        "biopsied, though later",
                        biopsied(2).with(DAY, 9),
                        unbiopsied(1).with(DAY, 1)),
                arguments("unknown is not biopsied", anImage(1), unbiopsied(2)),
                arguments("not biopsied is no less than unknown", unbiopsied(1), anImage(2)),
                arguments("the earlier day", anImage(2).with(DAY, 1), anImage(1).with(DAY, 7)),
                arguments(
                        "a day before the first visit",
                        anImage(2).with(DAY, -30),
                        anImage(1).with(DAY, 0)),
                arguments("a known day", anImage(2).with(DAY, 30), anImage(1)),
                arguments("the earlier biopsy", biopsied(2).with(DAY, -1), biopsied(1)),
                arguments(
                        "the day before the kind",
                        close(2).with(DAY, 1),
                        dermoscopic(1).with(DAY, 2)),
                arguments("dermoscopic before close-up", dermoscopic(2), close(1)),
                arguments("close-up before a tile's", close(2), anImage(1).imageType("TBP tile: close-up")),
                arguments(
                        "a tile's close-up before an overview",
                        anImage(2).imageType("TBP tile: close-up"),
                        anImage(1).imageType("clinical: overview")),
                arguments(
                        "overview before a tile's",
                        anImage(2).imageType("clinical: overview"),
                        anImage(1).imageType("TBP tile: overview")),
                arguments(
                        "a tile's overview before others",
                        anImage(2).imageType("TBP tile: overview"),
                        anImage(1).imageType("RCM: mosaic")),
                arguments("other kinds are alike", anImage(1), anImage(2).imageType("RCM: mosaic")),
                arguments("the oldest accession", dermoscopic(9), dermoscopic(10)));
    }

    /** The four lesions of which researchers were told the wrong label. */
    @ParameterizedTest
    @MethodSource
    void takesItsOutcomeFromTheIndexImage(ImageBuilder a, ImageBuilder b, @Nullable String outcome) {
        var lesion = new Lesion(
                "IL_0000001", List.of(a.published().build(), b.published().build()));

        assertThat(lesion.outcome()).isEqualTo(outcome);
        assertThat(lesion.coarseOutcome()).isEqualTo(outcome == null ? null : "Benign");
    }

    static Stream<Arguments> takesItsOutcomeFromTheIndexImage() {
        return Stream.of(
                arguments(
                        nevus(dermoscopic(1)).with(DAY, 1),
                        melanoma(dermoscopic(2)).with(DAY, 7),
                        "Benign:Nevus"),
                arguments(anImage(1).with(DAY, 1), melanoma(anImage(2)).with(DAY, 7), null),
                arguments(nevus(biopsied(1)).with(DAY, -1), melanoma(biopsied(2)), "Benign:Nevus"),
                arguments(nevus(close(2)), melanoma(anImage(1).imageType("TBP tile: overview")), "Benign:Nevus"));
    }

    @Test
    void isMonitoredWhenSeenOnSeveralDays() {
        Image first = anImage(1).published().with("acquisition_day", 1).build();
        Image same = anImage(2).published().with("acquisition_day", 1).build();
        Image never = anImage(3).published().build();
        Image later = anImage(4).published().with("acquisition_day", 30).build();

        assertThat(new Lesion("IL_0000001", List.of(first, same, never)).isMonitored())
                .isFalse();
        assertThat(new Lesion("IL_0000001", List.of(first, later)).isMonitored())
                .isTrue();
        assertThat(new Lesion("IL_0000001", List.of(first, never)).images()).containsExactly(never, first);
        assertThat(new Lesion("IL_0000001", List.of(never)).outcome()).isNull();
    }

    private static ImageBuilder biopsied(long id) {
        return anImage(id).with("concomitant_biopsy", true);
    }

    private static ImageBuilder unbiopsied(long id) {
        return anImage(id).with("concomitant_biopsy", false);
    }

    private static ImageBuilder dermoscopic(long id) {
        return anImage(id).imageType("dermoscopic");
    }

    private static ImageBuilder close(long id) {
        return anImage(id).imageType("clinical: close-up");
    }

    private static ImageBuilder nevus(ImageBuilder image) {
        return image.diagnosis("Benign", "Nevus");
    }

    private static ImageBuilder melanoma(ImageBuilder image) {
        return image.diagnosis("Malignant", "Melanoma");
    }
}
