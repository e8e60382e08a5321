package org.dermarium.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndingTests {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void waitsTwiceAsLongEachTimeUpToAMinute() {
        List<Duration> pauses = new ArrayList<>();
        Ending last = null;
        for (int i = 0; i < 40; i++) {
            last = ended(Duration.ofSeconds(3), last);
            pauses.add(Duration.between(last.at(), last.nextStart()));
        }

        assertThat(pauses.subList(0, 7)).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L);
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void waitsShortlyAgainAfterALongLife() {
        Ending many = ended(Duration.ofSeconds(3), ended(Duration.ofSeconds(3), ended(Duration.ofSeconds(3), null)));

        Ending later = ended(Duration.ofMinutes(3), many.startedAgain());

        assertThat(Duration.between(later.at(), later.nextStart())).isEqualTo(Duration.ofSeconds(1));
        assertThat(later.restarts()).isEqualTo(1);
    }

    private static Ending ended(Duration life, @Nullable Ending before) {
        var process = new Running("doi", 2, 42, NOON.minus(life), List.of(), StopSignal.TERM, "");
        return Ending.of(process, NOON, OptionalInt.of(137), before);
    }
}
