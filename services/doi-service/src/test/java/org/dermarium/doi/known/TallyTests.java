package org.dermarium.doi.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.dermarium.doi.dataset.DataSet.LicenseShare;
import org.dermarium.doi.known.Tally.Entry;
import org.junit.jupiter.api.Test;

class TallyTests {

    @Test
    void putsTheAnonymousLastAndTheMostPermissiveFirst() {
        Summary summary = Tally.summaries(List.of(
                        new Entry(1, "creator", "Anonymous", 90),
                        new Entry(1, "creator", "Zeta", 5),
                        new Entry(1, "creator", "Alpha", 5),
                        new Entry(1, "creator", "Most", 7),
                        new Entry(1, "license", "CC-BY-NC", 1),
                        new Entry(1, "license", "CC-0", 106),
                        new Entry(1, "images", "", 107),
                        new Entry(1, "year", "", 2024),
                        new Entry(2, "images", "", 3)))
                .get(1L);
        assertThat(summary.creators()).extracting(Creator::name).containsExactly("Most", "Alpha", "Zeta", "Anonymous");
        assertThat(summary.licenses()).containsExactly(new LicenseShare("CC-0", 106), new LicenseShare("CC-BY-NC", 1));
        assertThat(summary.images()).isEqualTo(107);
        assertThat(summary.newestYear()).isEqualTo(2024);
    }
}
