package org.dermarium.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTests {

    @ParameterizedTest
    @CsvSource({
        "100, 100.00",
        "0.5, 0.50",
        "5.0, 5.00",
        "4.25, 4.25",
        "0.80, 0.80",
        "0, 0.00",
        "0.125, 0.125",
        "unread, unread"
    })
    void measurementsHaveTwoPlacesWhateverWasSent(String sent, String shown) {
        assertThat(of("clin_size_long_diam_mm", sent)).isEqualTo(shown);
        assertThat(of("mel_thick_mm", sent)).isEqualTo(shown);
        assertThat(of("lesion_id", sent)).isEqualTo(sent);
    }

    private static Object of(String field, String value) {
        return new Metadata(new TreeMap<>(Map.of(field, value))).get(field);
    }
}
