package org.dermarium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final long begin = System.nanoTime();
    private final Pace pace = new Pace(Duration.ofMillis(400), Duration.ofSeconds(1));

    @Test
    void holdsUpNobodyAfterSilence() {
        assertThat(rest(1, 1_000)).isZero();
        assertThat(rest(1, 1_010)).isZero();

        rest(1, 1_020);
        assertThat(rest(1, 60_000)).isZero();
        assertThat(rest(1, 60_010)).isZero();
    }

    @Test
    void keepsTheShortestIntervalWhenFewCome() {
        rest(1, 1_000);
        rest(1, 1_000);

        assertThat(rest(10, 1_000)).isEqualTo(400);
        assertThat(rest(10, 1_450)).isEqualTo(350);
        assertThat(rest(10, 1_800)).isEqualTo(400);
    }

    @Test
    void restsLongerTheMoreCome() {
        rest(1, 1_000);
        rest(1, 1_000);

        assertThat(rest(20, 1_000)).isEqualTo(800);
        assertThat(rest(500, 1_800)).isEqualTo(1_000);
    }

    @Test
    void savesUpNoMoreThanAFewBatches() {
        rest(1, 60_000);
        rest(1, 60_000);

        assertThat(rest(1, 60_000)).isEqualTo(400);
    }

    private long rest(int pieces, long milliseconds) {
        return TimeUnit.NANOSECONDS.toMillis(pace.rest(pieces, begin + TimeUnit.MILLISECONDS.toNanos(milliseconds)));
    }
}
