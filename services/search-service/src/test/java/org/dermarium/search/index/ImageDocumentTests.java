package org.dermarium.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.testkit.ImageBuilder.anImage;

import java.util.Set;
import java.util.TreeSet;
import org.dermarium.events.Membership;
import org.junit.jupiter.api.Test;

class ImageDocumentTests {

    @Test
    void takesWhatIsNewer() {
        var first = anImage(1).published().version(3).sex("male").build();
        var second = anImage(1).published().version(4).sex("female").build();

        var document = ImageDocument.NOTHING.with(first).with(second);

        assertThat(document.image()).isEqualTo(second);
        assertThat(document.with(first)).isSameAs(document);
        assertThat(document.with(second)).isSameAs(document);
    }

    @Test
    void keepsTheVersionOfAWithdrawnImage() {
        var shown = anImage(1).published().version(3).build();
        var withdrawn = anImage(1).withdrawn("patient's wish").version(4).build();

        var document = ImageDocument.NOTHING.with(shown).with(withdrawn);

        assertThat(document.image()).isNull();
        assertThat(document.published()).isNull();
        assertThat(document.with(shown).image()).isNull();
    }

    @Test
    void keepsMembershipsHeardBeforeTheImage() {
        var membership = new Membership("ISIC_0000001", 2, new TreeSet<>(Set.of(5L)), new TreeSet<>());
        var older = new Membership("ISIC_0000001", 1, new TreeSet<>(), new TreeSet<>());

        var document = ImageDocument.NOTHING
                .with(membership)
                .with(older)
                .with(anImage(1).published().build());

        assertThat(document.membership()).isEqualTo(membership);
        assertThat(document.image()).isNotNull();
    }
}
