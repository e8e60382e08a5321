package org.dermarium.challenge.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.dermarium.challenge.scoring.ScoringCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A board of 10,000 submissions. */
class LargeBoardIT extends ScoringCase {

    private static final int TEAMS = 500;
    private static final int APPROACHES = 2_000;
    private static final int SUBMISSIONS = 10_000;

    private Contest contest;

    @BeforeEach
    void fillABoard() {
        contest = contest(SIX_ROWS);
        publish(contest);
        run("""
                insert into team (challenge, name, creator)
                select t.challenge, 'Large ' || g, 100000 + g from task t, generate_series(1, %d) g where t.id = %d""".formatted(TEAMS, contest.task()));
        run("""
                insert into approach (task, team, name, description, uses_external_data)
                select %2$d, m.id, 'Approach ' || g, 'd', false
                from generate_series(1, %1$d) g join (select id, row_number() over (order by id) as n from team
                  where challenge = (select challenge from task where id = %2$d)) m on m.n = 1 + g %% %3$d""".formatted(APPROACHES, contest.task(), TEAMS));
        run("""
                insert into submission (task, approach, team, creator, predictions_bucket, predictions_key,
                  predictions_size, predictions_sha256, predictions_crc32, predictions_content_type, status,
                  created_at, changed_at, scored_at, overall, validation)
                select %2$d, a.id, a.team, 100000 + a.team, 'b', 'k' || g, 1, 'x', 0, 'text/csv', 'succeeded', now(), now(),
                  now(), (g * 7919 %% 10007) / 10007.0, 0.5
                from generate_series(1, %1$d) g join (select id, team, row_number() over (order by id) as n from approach
                  where task = %2$d) a on a.n = 1 + g %% %3$d""".formatted(SUBMISSIONS, contest.task(), APPROACHES));
        run("analyze");
    }

    private void run(String sql) {
        db().sql(sql).then().block();
    }

    @Test
    void readsAPageFromTheIndexAlone() {
        var page = get(ANYBODY, "leaderboard/" + contest.task() + "/by-approach/?limit=200")
                .expect(200);
        assertThat(page.get("count").asInt()).isEqualTo(APPROACHES);
        assertThat(page.get("results").size()).isEqualTo(200);
        assertThat(get(ANYBODY, "leaderboard/" + contest.task() + "/by-team/")
                        .get("count")
                        .asInt())
                .isEqualTo(TEAMS);
        assertThat(plan("select * from standing b where b.task = %d order by b.overall desc, b.created_at, b.approach"
                        + " limit 200"))
                .contains("standing_by_approach")
                .doesNotContain("Sort", "Seq Scan");
        assertThat(plan("select * from standing b where b.task = %d and b.best"
                        + " order by b.overall desc, b.created_at, b.approach limit 200"))
                .contains("standing_by_team")
                .doesNotContain("Sort", "Seq Scan");
    }

    private String plan(String sql) {
        List<String> lines = db().sql("explain " + sql.formatted(contest.task()))
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Test
    void answersTheFirstPageWithin15Milliseconds() {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 100; i++) {
            long begin = System.nanoTime();
            get(ANYBODY, "leaderboard/" + contest.task() + "/by-approach/").expect(200);
            best = Math.min(best, (System.nanoTime() - begin) / 1e6);
        }
        // The best of many: what the machine does besides is not what is measured.
        assertThat(best).isLessThan(15);
    }
}
