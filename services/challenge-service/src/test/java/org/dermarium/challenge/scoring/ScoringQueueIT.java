package org.dermarium.challenge.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.events.Submission;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.work.WorkContract;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.loop.Policy;
import org.dermarium.work.loop.WorkLoops;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Two instances, and workers that die: each submission ends once, with one score and the quota exact. */
@TestPropertySource(properties = "dermarium.challenge.scoring.pause=10ms")
class ScoringQueueIT extends ScoringCase {

    @Autowired
    private WorkQueues queues;

    @Autowired
    private WorkLoops loops;

    @Autowired
    private Worker worker;

    @Autowired
    private MeterRegistry meters;

    private Contest contest;
    private Participant alice;
    private long approach;

    @BeforeEach
    void openATask() {
        contest = contest(SIX_ROWS);
        alice = participant(contest);
        approach = approach(contest, alice);
    }

    @Nested
    class Contract extends WorkContract {

        @Override
        protected Worker worker() {
            return worker;
        }

        @Override
        protected List<String> makeJobs(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> Long.toString(handIn(alice, approach, GOOD)))
                    .toList();
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            keys.stream().map(Long::valueOf).forEach(ScoringQueueIT.this::assertScoredOnce);
        }

        @Override
        protected void assertGivenUp(String key) {
            assertSetAside(Long.parseLong(key));
        }
    }

    private void assertScoredOnce(long id) {
        assertThat(submission(id).get("overall_score").asDouble()).isEqualTo(GOOD_SCORE);
        assertThat(count("select version from submission where id = " + id)).isEqualTo(2);
        assertThat(count("select count(*) from score_history where submission = " + id))
                .isEqualTo(1);
        topics().awaitEvent(EventType.SUBMISSION_SCORED, Submission.class, state -> state.id() == id);
        assertThat(topics().read(Submission.class).stream()
                        .filter(event -> event.type() == EventType.SUBMISSION_SCORED
                                && event.state().id() == id))
                .hasSize(1);
    }

    private void assertSetAside(long id) {
        var ended = submission(id);
        assertThat(ended.get("status").asString()).isEqualTo("internal_failure");
        assertThat(ended.get("problems").get(0).get("code").asString()).isEqualTo("SET_ASIDE");
    }

    @Test
    void givesUpWhatIsOurFaultAndLeavesTheQuotaAlone() {
        long limited = limited();
        loops.stop();
        long id = handIn(alice, limited, GOOD);
        db().sql("update submission set predictions_key = 'lost' where id = " + id)
                .then()
                .block();
        loops.start();
        assertThat(ended(id).get("status").asString()).isEqualTo("internal_failure");
        assertThat(submission(id).get("problems").isEmpty()).isTrue();
        assertThat(ended(handIn(alice, limited, GOOD)).get("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void countsWhatStoppedItsWorkersUntilStaffHaveItScoredAgain() {
        long limited = limited();
        loops.stop();
        long id = handIn(alice, limited, GOOD);
        for (int death = 0; death < Policy.MOST_DEATHS; death++) {
            queues.named(Submissions.SCORING).take(1, Duration.ZERO);
        }
        loops.start();
        ended(id);
        assertSetAside(id);
        handIn(limited, alice.person(), GOOD).expect(403).saying("The limit of 1");

        post(STAFF, "submissions/" + id + "/rescore/", null).expect(202);
        assertThat(ended(id).get("status").asString()).isEqualTo("succeeded");
        assertThat(submission(id).get("problems").isEmpty()).isTrue();
    }

    /** An approach of a task that takes one submission a week. */
    private long limited() {
        patch(STAFF, "tasks/" + contest.task() + "/", Map.of("max_submissions_per_week", 1))
                .expect(200);
        return approach;
    }

    /** Or to score an old submission again would wake somebody at once. */
    @Test
    void measuresTheWaitForAnotherScoreFromTheRequestForIt() {
        long id = handIn(alice, approach, GOOD);
        ended(id);
        db().sql("update submission set created_at = created_at - interval '30 days' where id = " + id)
                .then()
                .block();
        loops.stop();
        post(STAFF, "submissions/" + id + "/rescore/", null).expect(202);
        assertThat(meters.get("dermarium.submissions.queued").gauge().value()).isPositive();
        assertThat(meters.get("dermarium.submissions.oldest").gauge().value()).isLessThan(300);
        loops.start();
        Eventually.until(
                "it is scored again",
                () -> submission(id).get("status").asString().equals("succeeded"));
        assertThat(count("select count(*) from score_history where submission = " + id))
                .isEqualTo(2);
    }
}
