package org.dermarium.doi.publish.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesTests {

    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT2S, PT2S", "PT32S, PT32S", "PT64S, PT1M", "PT20H, PT1M"})
    void areAsLongAsItHasWaitedUpToAMinute(Duration waiting, Duration pause) {
        assertThat(Pauses.after(waiting, null)).isEqualTo(pause);
    }

    @Test
    void areAtLeastWhatWasAskedButNotForEver() {
        assertThat(Pauses.after(Duration.ZERO, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pauses.after(Duration.ofSeconds(32), Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(32));
        assertThat(Pauses.after(Duration.ZERO, Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
    }
}
