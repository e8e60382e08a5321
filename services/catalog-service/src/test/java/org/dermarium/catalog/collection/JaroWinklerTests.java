package org.dermarium.catalog.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTests {

    /** Worked examples of the census paper that introduced the measure (Winkler 1990). */
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.9611",
        "DWAYNE, DUANE, 0.84",
        "DIXON, DICKSONX, 0.8133",
        "same, same, 1",
        "abc, xyz, 0",
        "'', '', 1",
        "'', a, 0"
    })
    void agreesWithKnownPairs(String a, String b, double likeness) {
        assertThat(JaroWinkler.likeness(a, b)).isCloseTo(likeness, within(0.0001));
        assertThat(JaroWinkler.likeness(b, a)).isCloseTo(likeness, within(0.0001));
    }
}
