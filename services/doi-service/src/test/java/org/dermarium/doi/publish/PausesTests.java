package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTests {

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT2S", "5, PT32S", "6, PT1M", "1000, PT1M"})
    void growToAMinute(int failures, Duration pause) {
        assertThat(Pauses.after(failures, null)).isEqualTo(pause);
    }

    @Test
    void areAtLeastWhatWasAskedButNotForEver() {
        assertThat(Pauses.after(0, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pauses.after(5, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(32));
        assertThat(Pauses.after(0, Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
    }
}
