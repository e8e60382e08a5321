package org.dermarium.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.dermarium.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    /** Texts and what the reference made of them. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    '',     0, false, -
                    AAAA,   0, false, -
                    %%%,    0, false, -
                    bz01,   5, false, -
                    bz0xMDAw, 100, false, -
                    bz0tMw==, 0, false, -
                    cj0x,   0, true, -
                    cj0y,   0, true, -
                    eD0x,   0, false, -
                    cD1hYmM=, 0, false, abc
                    bz0yJnA9MjAyNS0wMS0wMSswMCUzQTAxJTNBNDAlMkIwMCUzQTAw, 2, false, 2025-01-01 00:01:40+00:00
                    """)
    void readsForeignCursors(String text, int offset, boolean reverse, String position) {
        assertThat(Cursor.parse(text)).isEqualTo(new Cursor(offset, reverse, position));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-cursor", "bz1hYmM=", "cj14", "/////", "é"})
    void refusesWhatIsNoCursor(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Cursor.parse(text))
                .satisfies(e -> assertThat(e.body().toString()).contains("[query, cursor]"));
    }

    @Test
    void survivesTheWayThroughAClient() {
        var cursor = new Cursor(3, true, Positions.of(Instant.parse("2025-01-01T00:01:40.000001Z")));
        assertThat(Cursor.parse(cursor.encoded())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01 00:01:40+00:00, 2025-01-01T00:01:40Z",
        "2025-01-01, 2025-01-01T00:00:00Z",
        "2025-01-01T02:01:40.5+02:00, 2025-01-01T00:01:40.5Z",
        "9999-12-31, 9999-12-31T00:00:00Z"
    })
    void readsTimes(String text, Instant time) {
        assertThat(Positions.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "5|2025-01-01", "2020-03-29 19:35:52."})
    void refusesPositionsThatAreNoTime(String text) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Positions.time(text));
    }
}
