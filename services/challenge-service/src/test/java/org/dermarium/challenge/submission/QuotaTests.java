package org.dermarium.challenge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTests {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest(name = "limit {0}, team made {1}, person made {2}: {3} left")
    @CsvSource({"5,0,0,5", "5,2,1,3", "5,1,4,1", "5,5,0,0", "5,0,5,0", "5,7,7,0", "1,0,0,1"})
    void countsWhatIsLeftByWhicheverIsHigher(int limit, int team, int person, int left) {
        var quota = new Quota(limit, made(team), made(person));
        assertThat(quota.left().submissions()).isEqualTo(left);
        assertThat(quota.next().isPresent()).isEqualTo(left == 0);
    }

    @Test
    void opensAgainSevenDaysAfterTheOneThatMakesRoom() {
        assertThat(new Quota(3, made(3), made(0)).next()).contains(hoursAgo(3).plus(Quota.WINDOW));
        assertThat(new Quota(2, made(5), made(0)).next())
                .as("a limit that was lowered")
                .contains(hoursAgo(2).plus(Quota.WINDOW));
        assertThat(new Quota(2, made(2), List.of(NOW, NOW)).next())
                .as("team and person must both have room")
                .contains(NOW.plus(Quota.WINDOW));
    }

    @Test
    void knowsNoLimitWhenItIsZero() {
        var quota = new Quota(0, made(100), made(100));
        assertThat(quota.next()).isEmpty();
        assertThat(quota.left().submissions()).isNull();
    }

    private static List<Instant> made(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(QuotaTests::hoursAgo).toList();
    }

    private static Instant hoursAgo(long hours) {
        return NOW.minusSeconds(hours * 3_600);
    }
}
