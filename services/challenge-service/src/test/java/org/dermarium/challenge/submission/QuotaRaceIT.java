package org.dermarium.challenge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dermarium.challenge.ChallengeCase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QuotaRaceIT extends ChallengeCase {

    private static final int POSTS = 100;
    private static final int QUOTA = 5;

    @Autowired
    private MeterRegistry meters;

    @Test
    void acceptsExactlyTheQuotaOfAHundredParallelPosts() throws Exception {
        String slug = challenge();
        long task = task(slug, Map.of("max_submissions_per_week", QUOTA));
        long person = number();
        long approach = approach(task, team(slug, person), person);
        Callable<Integer> post = () -> handIn(approach, person, PREDICTIONS).status();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = pool
                    .invokeAll(IntStream.range(0, POSTS).mapToObj(i -> post).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(statuses).filteredOn(s -> s == 202).hasSize(QUOTA);
            assertThat(statuses).filteredOn(s -> s == 403).hasSize(POSTS - QUOTA);
        }
        assertThat(count("select count(*) from submission where task = " + task))
                .isEqualTo(QUOTA);
        assertThat(count("select count(*) from submission_intake where task = " + task))
                .isZero();
        assertThat(meters.get("dermarium.submissions.received").counter().count())
                .isEqualTo(QUOTA);
        assertThat(meters.get("dermarium.submissions.queued").gauge().value()).isNotNaN();
        assertThat(meters.get("dermarium.submissions.oldest").gauge().value()).isNotNaN();
    }

    @Test
    void countsAPersonOverTeamsOfOneTask() {
        String slug = challenge();
        long task = task(slug, Map.of("max_submissions_per_week", 1));
        long person = number();
        long team = team(slug, person);
        long approach = approach(task, team, person);
        handIn(approach, person, PREDICTIONS).expect(202);
        long other = number();
        long otherTeam = team(slug, other);
        long otherApproach = approach(task, otherTeam, other);
        db().sql("delete from team_member where team = " + team).then().block();
        db().sql("""
                        insert into team_member (team, person, challenge)
                        select id, :person, challenge from team where id = :team""").bind("person", person).bind("team", otherTeam).then().block();
        handIn(otherApproach, person, PREDICTIONS).expect(403).saying("limit of 1");
        handIn(otherApproach, other, PREDICTIONS).expect(202);
    }
}
