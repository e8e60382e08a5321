package org.dermarium.challenge.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.dermarium.events.Submission;
import org.dermarium.events.bus.EventType;
import org.dermarium.upload.UploadField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From handing in to the score. */
class ScoreIT extends ScoringCase {

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

    @Test
    void scoresWhatIsHandedIn() {
        long id = handIn(alice, approach, GOOD);
        Answer ended = ended(id);
        assertThat(ended.get("status").asString()).isEqualTo("succeeded");
        assertThat(ended.get("overall_score").asDouble()).isCloseTo(GOOD_SCORE, within(1e-12));
        assertThat(ended.get("validation_score").asDouble()).isCloseTo(GOOD_SCORE, within(1e-12));
        Submission told = topics().awaitEvent(EventType.SUBMISSION_SCORED, Submission.class, state -> state.id() == id)
                .state();
        assertThat(told.status()).isEqualTo(Submission.Status.SUCCEEDED);
        assertThat(told.version()).isEqualTo(2);
        assertThat(meters.get("dermarium.scoring.time").timer().count()).isPositive();
        assertThat(meters.get("dermarium.scoring.outcome")
                        .tag("status", "succeeded")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void showsEveryMeasureToStaffAndTheCurvesApart() {
        long id = handIn(alice, approach, GOOD);
        ended(id);
        var document = get(STAFF, "submissions/" + id + "/score/").expect(200);
        assertThat(document.body().propertyNames())
                .containsExactly("overall", "validation", "per_category", "macro_average", "aggregate", "confusion");
        assertThat(document.get("per_category").get("auc").propertyNames()).containsExactly("MEL", "NV", "BCC");
        assertThat(document.get("confusion").toString())
                .isEqualTo("{\"labels\":[\"MEL\",\"NV\",\"BCC\",\"undecided\"],"
                        + "\"counts\":[[1.0,1.0,0.0,0.0],[0.0,2.0,1.0,0.0],[0.0,0.0,1.0,0.0]]}");
        var curves = get(STAFF, "submissions/" + id + "/score/curves/").expect(200);
        assertThat(curves.body().propertyNames()).containsExactly("MEL", "NV", "BCC");
        assertThat(curves.get("MEL").propertyNames()).containsExactly("threshold", "fpr", "tpr");
    }

    @Test
    void keepsFinalScoresFromTheTeamUntilTheyArePublished() {
        long id = handIn(alice, approach, GOOD);
        ended(id);
        String path = "submissions/" + id + "/";
        var own = get(alice.token(), path).expect(200);
        assertThat(own.get("validation_score").asDouble()).isCloseTo(GOOD_SCORE, within(1e-12));
        assertThat(own.get("overall_score").isNull()).isTrue();
        for (String route : List.of("score/", "score/curves/")) {
            get(alice.token(), path + route).expect(404);
            get(ANYBODY, path + route).expect(404);
            get(STAFF, path + route).expect(200);
        }
        publish(contest);
        for (String route : List.of("score/", "score/curves/")) {
            get(alice.token(), path + route).expect(200);
            get(ANYBODY, path + route).expect(200);
        }
    }

    @Test
    void namesEveryProblemOfAFileThatCannotBeScored() {
        long id = handIn(alice, approach, GOOD.replace("a2,", "a1,").replace("0.5,0.1", "2.0,nan"));
        Answer ended = ended(id);
        assertThat(ended.get("status").asString()).isEqualTo("failed");
        assertThat(ended.get("problems").valueStream().map(p -> p.get("code").asString()))
                .containsExactly("DUPLICATE_IDS", "MISSING_VALUES", "OUT_OF_RANGE", "MISSING_IMAGES");
        assertThat(ended.get("problems").get(2).get("places").toString())
                .isEqualTo("[{\"row\":5,\"column\":\"NV\",\"value\":\"2.0\"}]");
        Submission told = topics().awaitEvent(EventType.SUBMISSION_REFUSED, Submission.class, state -> state.id() == id)
                .state();
        assertThat(told.status()).isEqualTo(Submission.Status.FAILED);
        assertThat(get(STAFF, "submissions/" + id + "/score/")
                        .expect(200)
                        .body()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void givesTheSameScoreToTheSameFile() {
        long first = handIn(alice, approach, GOOD);
        long second = handIn(alice, approach, GOOD);
        ended(first);
        ended(second);
        assertThat(document(second)).isEqualTo(document(first));
    }

    @Test
    void scoresAgainByAMendedTruthAndRemembersTheScoreBefore() {
        long id = handIn(alice, approach, GOOD);
        ended(id);
        truth(contest.task(), SIX_ROWS.replace("a4,1.0,0.0,0.0", "a4,0.0,1.0,0.0"));
        post(alice.token(), "submissions/" + id + "/rescore/", null).expect(401);
        var again = post(STAFF, "submissions/" + id + "/rescore/", null).expect(202);
        assertThat(again.get("status").asString()).isEqualTo("queued");
        double after = ended(id).get("overall_score").asDouble();
        assertThat(after).isNotCloseTo(GOOD_SCORE, within(1e-6));
        assertThat(count("select count(*) from score_history where status = 'succeeded' and submission = " + id))
                .isEqualTo(2);
        var history = db().sql("select * from score_history where attempt = 2 and submission = " + id)
                .fetch()
                .one()
                .block();
        assertThat((Double) history.get("overall_before")).isCloseTo(GOOD_SCORE, within(1e-12));
        assertThat(history).containsEntry("overall", after);
    }

    /** Twenty-five ids of a million letters stopped the service. */
    @Test
    void refusesAFileOfEndlessIdsInAFewWords() {
        byte[] file = ("image,MEL,NV,BCC\n\n" + ("x".repeat(1_000_000) + ",0.1,0.1,0.1\n").repeat(25)).getBytes(UTF_8);
        String value = upload(UploadField.PREDICTIONS, alice.person(), file);
        long id = post(
                        alice.token(),
                        "approaches/" + approach + "/submissions/",
                        Map.of("predictions", value, "accepted_terms", true))
                .expect(202)
                .id();
        Answer ended = ended(id);
        assertThat(ended.get("status").asString()).isEqualTo("failed");
        assertThat(texts(ended.get("problems"), "code")).containsExactly("NOT_CSV");
        assertThat(ended.get("problems").toString()).hasSizeLessThan(1_000);
    }

    @Test
    void endsAFileWithCharactersThatNoMessageMayHold() {
        Answer ended = ended(handIn(alice, approach, GOOD + "\"a\0\u202Eb\",0.1,0.1,0.1\n"));
        assertThat(ended.get("status").asString()).isEqualTo("failed");
        assertThat(ended.get("problems")
                        .get(0)
                        .get("places")
                        .get(0)
                        .get("value")
                        .asString())
                .isEqualTo("a\uFFFD\uFFFDb");
    }

    @Test
    void refusesToScoreAgainWhatWaitsAnyway() {
        long id = handIn(alice, approach, GOOD);
        ended(id);
        db().sql("update submission set status = 'scoring' where id = " + id)
                .then()
                .block();
        post(STAFF, "submissions/" + id + "/rescore/", null).expect(409);
        db().sql("update submission set status = 'succeeded' where id = " + id)
                .then()
                .block();
    }

    @Test
    void neverGivesTheTruthAway() {
        String secret = "a9,1.0,0.0,0.0";
        Contest embargoed = contest(SIX_ROWS + secret + "\n");
        Participant bob = participant(embargoed);
        long id = handIn(bob, approach(embargoed, bob), GOOD);
        assertThat(ended(id).get("problems").toString()).contains("a9").doesNotContain(secret);
        List<String> paths = List.of(
                "tasks/" + embargoed.task() + "/",
                "tasks/" + embargoed.task() + "/truth/",
                "submissions/" + id + "/",
                "submissions/" + id + "/score/",
                "submissions/" + id + "/score/curves/",
                "leaderboard/" + embargoed.task() + "/by-team/");
        for (String token : List.of(ANYBODY, bob.token(), STAFF)) {
            for (String path : paths) {
                assertThat(get(token, path).text()).doesNotContain(secret).doesNotContain("truths/");
            }
        }
    }

    private String document(long id) {
        return get(STAFF, "submissions/" + id + "/score/").expect(200).body().toString()
                + get(STAFF, "submissions/" + id + "/score/curves/").expect(200).body();
    }
}
