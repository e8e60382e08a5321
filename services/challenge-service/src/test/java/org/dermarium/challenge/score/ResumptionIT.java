package org.dermarium.challenge.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.dermarium.challenge.submission.Status;
import org.dermarium.events.EventType;
import org.dermarium.events.Submission;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A worker that dies between any two steps loses nothing and repeats nothing that shows. */
class ResumptionIT extends ScoringCase {

    private static final Duration LEASE = Duration.ofSeconds(15);

    @Autowired
    private ScoreSubmissions workers;

    @Autowired
    private ScoringQueue queue;

    @Autowired
    private R2dbcOutcomes outcomes;

    @Autowired
    private ScoreSubmission score;

    @Autowired
    private HoldClaims heartbeat;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private MeterRegistry meters;

    private final UUID dead = UUID.randomUUID();
    private final UUID alive = UUID.randomUUID();
    private Contest contest;
    private Participant alice;
    private long id;

    @BeforeEach
    void handInWhileNobodyWorks() {
        contest = contest(SIX_ROWS);
        alice = participant(contest);
        long approach = approach(contest, alice);
        Eventually.until("nothing waits", () -> count("select count(*) from scoring_lease") == 0);
        workers.stop();
        id = handIn(alice, approach, GOOD);
        Eventually.until(
                "the submission is noted",
                () -> count("select count(*) from scoring_lease where submission = " + id) == 1);
    }

    @AfterEach
    void workOn() {
        db().sql("update scoring_lease set until = 'epoch'").then().block();
        if (!workers.isRunning()) {
            workers.start();
        }
    }

    private Optional<Claim> claim(UUID owner) {
        var now = clock().instant();
        return queue.claim(owner, now, now.plus(LEASE));
    }

    private Claim claimed(UUID owner) {
        Claim claim = claim(owner).orElseThrow();
        assertThat(claim.entry().id()).isEqualTo(id);
        return claim;
    }

    private void leaseEnds() {
        clock().moveOn(LEASE.plusSeconds(1));
    }

    @Test
    void takesUpWhatADeadWorkerHeldOnceItsLeaseEnds() {
        claimed(dead);
        assertThat(submission(id).get("status").asString()).isEqualTo("scoring");
        assertThat(claim(alive)).isEmpty();
        leaseEnds();
        workers.start();
        assertThat(ended(id).get("overall_score").asDouble()).isEqualTo(GOOD_SCORE);
        assertThat(told()).hasSize(1);
    }

    @Test
    void holdsWhatItWorksOnLongerThanALease() {
        Claim claim = claimed(alive);
        clock().moveOn(LEASE.minusSeconds(5));
        queue.renew(List.of(claim), clock().instant().plus(LEASE));
        clock().moveOn(LEASE.minusSeconds(5));
        assertThat(claim(dead)).isEmpty();
        assertThat(settle(claim)).isPresent();
    }

    @Test
    void dropsTheOutcomeOfAWorkerThatWasTakenForDead() {
        Claim slow = claimed(dead);
        Outcome late = score.score(slow);
        leaseEnds();
        Claim quick = claimed(alive);
        assertThat(queue.settle(slow, late, clock().instant())).isEmpty();
        assertThat(settle(quick)).isPresent();
        assertThat(settle(quick)).isEmpty();
        assertThat(queue.settle(slow, late, clock().instant())).isEmpty();
        assertThat(told()).hasSize(1);
        assertThat(queue.attempts(id)).hasSize(1);
    }

    @Test
    void endsWithTheSameScoreOnceAfterTenCrashesAtRandomSteps() {
        var random = new Random(10);
        for (int crash = 0; crash < 10; crash++) {
            // Tries are not what is looked at here: a worker that is killed at the fifth time is given up.
            db().sql("update scoring_lease set tries = 0 where submission = " + id)
                    .then()
                    .block();
            crashAt(random.nextInt(4));
            leaseEnds();
        }
        db().sql("update scoring_lease set tries = 0 where submission = " + id)
                .then()
                .block();
        workers.start();
        Answer ended = ended(id);
        assertThat(ended.get("status").asString()).isEqualTo("succeeded");
        assertThat(ended.get("overall_score").asDouble()).isEqualTo(GOOD_SCORE);
        assertThat(told()).hasSize(1);
        assertThat(queue.attempts(id)).hasSize(1);
        assertThat(count("select count(*) from scoring_lease where submission = " + id))
                .isZero();
        assertThat(count("select version from submission where id = " + id)).isEqualTo(2);
    }

    /** Behind each step of the way that leaves something. */
    private void crashAt(int step) {
        Claim claim = claimed(dead);
        if (step == 0) {
            return;
        }
        Outcome outcome = score.score(claim);
        if (step == 1) {
            return;
        }
        // The last statement was sent, the commit was not.
        outcomes.write(claim.entry(), outcome, clock().instant())
                .then(Mono.error(new IllegalStateException("killed")))
                .as(transaction::transactional)
                .onErrorComplete()
                .block();
        if (step == 3) {
            // Its last breath comes after somebody else took over and died as well.
            leaseEnds();
            claimed(alive);
            assertThat(queue.settle(claim, outcome, clock().instant())).isEmpty();
        }
    }

    @Test
    void givesUpWhatStopsEveryWorkerAndLetsStaffTryAgain() {
        for (int attempt = 1; attempt <= Claim.LAST_TRY; attempt++) {
            claimed(dead);
            leaseEnds();
        }
        assertThat(settle(claimed(alive))).isPresent();
        assertThat(submission(id).get("status").asString()).isEqualTo("internal_failure");
        workers.start();
        post(STAFF, "submissions/" + id + "/rescore/", null).expect(202);
        assertThat(ended(id).get("status").asString()).isEqualTo("succeeded");
        assertThat(queue.attempts(id))
                .extracting(Attempt::status)
                .containsExactly(Status.INTERNAL_FAILURE, Status.SUCCEEDED);
    }

    @Test
    void triesAgainAndEndsWhenItIsOurFault() {
        db().sql("update submission set predictions_key = 'lost' where id = " + id)
                .then()
                .block();
        for (int attempt = 1; attempt <= Claim.LAST_TRY; attempt++) {
            assertThat(submission(id).get("status").asString()).isIn("queued", "scoring");
            settle(claimed(alive));
            leaseEnds();
        }
        Answer ended = submission(id);
        assertThat(ended.get("status").asString()).isEqualTo("internal_failure");
        assertThat(ended.get("problems").isEmpty()).isTrue();
    }

    @Test
    void countsNoTryWhileTheStorageIsAway() {
        Claim claim = claimed(alive);
        queue.settle(claim, new Outcome.Postponed(Duration.ofSeconds(3), false), clock().instant());
        assertThat(claim(alive)).isEmpty();
        clock().moveOn(Duration.ofSeconds(4));
        assertThat(claimed(alive).tries()).isEqualTo(1);
    }

    @Test
    void takesUpWhatTheBusDidNotBring() {
        db().sql("delete from scoring_lease where submission = " + id).then().block();
        heartbeat.renew();
        assertThat(claim(alive)).isEmpty();
        clock().moveOn(Duration.ofMinutes(3));
        heartbeat.renew();
        assertThat(settle(claimed(alive))).isPresent();
    }

    /** Or to score an old submission again would wake somebody at once. */
    @Test
    void measuresTheWaitForAnotherScoreFromTheRequestForIt() {
        db().sql("update submission set created_at = created_at - interval '30 days' where id = " + id)
                .then()
                .block();
        settle(claimed(alive));
        post(STAFF, "submissions/" + id + "/rescore/", null).expect(202);
        assertThat(meters.get("dermarium.submissions.queued").gauge().value()).isPositive();
        assertThat(meters.get("dermarium.submissions.oldest").gauge().value()).isLessThan(300);
    }

    @Test
    void ignoresNewsOfAnOlderAttempt() {
        settle(claimed(alive));
        topics().publish(
                        EventType.SUBMISSION_RECEIVED,
                        told(EventType.SUBMISSION_RECEIVED).getFirst());
        Participant bob = participant(contest);
        long other = handIn(bob, approach(contest, bob), GOOD);
        Eventually.until(
                "a later submission is noted",
                () -> count("select count(*) from scoring_lease where submission = " + other) == 1);
        assertThat(count("select count(*) from scoring_lease where submission = " + id))
                .isZero();
    }

    private Optional<?> settle(Claim claim) {
        return queue.settle(claim, score.score(claim), clock().instant());
    }

    private List<Submission> told() {
        topics().awaitEvent(EventType.SUBMISSION_SCORED, Submission.class, state -> state.id() == id);
        return told(EventType.SUBMISSION_SCORED);
    }

    private List<Submission> told(EventType type) {
        return topics().read(Submission.class).stream()
                .filter(event -> event.type() == type && event.state().id() == id)
                .map(event -> event.state())
                .toList();
    }
}
