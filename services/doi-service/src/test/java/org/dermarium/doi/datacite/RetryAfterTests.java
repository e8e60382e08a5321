package org.dermarium.doi.datacite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                "999999999 | PT1H",
                "Wed, 25 Nov 2026 10:00:30 GMT | PT30S",
                "Wed, 25 Nov 2026 09:00:00 GMT | PT0S",
                "Thu, 25 Nov 2027 10:00:00 GMT | PT1H"
            })
    void readsSecondsAndDates(String value, Duration wait) {
        assertThat(RetryAfter.read(value, clock)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "25.11.2026"})
    void readsNothingElse(String value) {
        assertThat(RetryAfter.read(value, clock)).isNull();
    }
}
