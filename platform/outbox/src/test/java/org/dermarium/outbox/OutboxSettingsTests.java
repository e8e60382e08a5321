package org.dermarium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxSettingsTests {

    @ParameterizedTest
    @CsvSource({"1, 40", "9, 360", "10, 400", "499, 400"})
    void restsTheLongerTheMoreItSentUpToABound(int events, long milliseconds) {
        var settings = new OutboxSettings(
                "", "", "", 500, Duration.ofSeconds(1), Duration.ofMillis(40), Duration.ofMillis(400));

        assertThat(settings.restAfter(events)).hasMillis(milliseconds);
    }
}
