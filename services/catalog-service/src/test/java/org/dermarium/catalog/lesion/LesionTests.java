package org.dermarium.catalog.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.util.List;
import org.dermarium.events.Image;
import org.junit.jupiter.api.Test;

class LesionTests {

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

    @Test
    void choosesTheSameIndexImageInAnyOrder() {
        Image near = anImage(1)
                .published()
                .imageType("clinical: close-up")
                .with("acquisition_day", 9)
                .build();
        Image early = anImage(2)
                .published()
                .imageType("dermoscopic")
                .with("acquisition_day", 1)
                .build();
        Image late = anImage(3)
                .published()
                .imageType("dermoscopic")
                .with("acquisition_day", 30)
                .build();

        assertThat(new Lesion("IL_0000001", List.of(near, early, late)).index()).isEqualTo(late);
        assertThat(new Lesion("IL_0000001", List.of(late, near, early)).index()).isEqualTo(late);
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
}
