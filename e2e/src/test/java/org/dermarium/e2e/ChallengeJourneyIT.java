package org.dermarium.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.PARTICIPANT;
import static org.dermarium.client.Person.RESEARCHER;
import static org.dermarium.client.Person.STAFF;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.e2e.archive.Contest;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.SharedFolder;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A team's way from its predictions to the leaderboard. */
@ExtendWith(WholeArchive.class)
@Order(16)
class ChallengeJourneyIT {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final double EXACT = 1e-12;
    private static final byte[] TRUTH = "image,MEL,NV\nA,1,0\nB,0,1\nC,1,0\nD,0,1\n".getBytes(UTF_8);
    private static final String GOOD = "image,MEL,NV\nA,0.9,0.1\nB,0.2,0.8\nC,0.4,0.6\nD,0.1,0.9\n";
    private static final int QUOTA = 5;
    private static final int AT_ONCE = 100;

    private final Api api;

    ChallengeJourneyIT(Api api) {
        this.api = api;
    }

    @Test
    void scoresTheExampleAsTheReferenceDoes() throws IOException {
        byte[] truth = Files.readAllBytes(SharedFolder.file("data/challenge/example_groundtruth.csv"));
        byte[] predictions = Files.readAllBytes(SharedFolder.file("data/challenge/example_prediction.csv"));
        JsonNode reference = new JsonMapper()
                .readTree(Files.readAllBytes(SharedFolder.file("cases/challenge-500-row-reference.json")));
        Contest contest = Contest.open(api, "Example", truth, 10);
        long submission = contest.submit(PARTICIPANT, contest.approach(PARTICIPANT, "Reference"), predictions)
                .success()
                .get("id")
                .asLong();
        JsonNode ended = contest.ended(PARTICIPANT, submission, BOUND);
        assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("succeeded");
        assertThat(ended.get("overall_score").isNull()).isTrue();
        JsonNode score =
                api.get(STAFF, "/api/v2/submissions/" + submission + "/score/").success();
        assertThat(score.at("/aggregate/balanced_accuracy").asDouble()).isCloseTo(0.1482618514687952, within(EXACT));
        assertEqual(reference.get("per_category"), score.get("per_category"));
        assertEqual(reference.get("macro_average"), score.get("macro_average"));
    }

    @Test
    void showsTheBoardOnceScoresArePublishedAndNoSooner() {
        Contest contest = Contest.open(api, "Board", TRUTH, 10);
        long approach = contest.approach(PARTICIPANT, "Visible");
        JsonNode ended = contest.ended(
                PARTICIPANT,
                contest.submit(PARTICIPANT, approach, GOOD).success().get("id").asLong(),
                BOUND);
        assertThat(ended.get("validation_score").asDouble()).isEqualTo(0.75);
        String board = "/api/v2/leaderboard/" + contest.task() + "/by-team/";
        assertThat(api.get(ANONYMOUS, board).status()).isEqualTo(404);
        assertThat(api.get(PARTICIPANT, board).status()).isEqualTo(404);
        contest.publishScores();
        JsonNode page = api.get(PARTICIPANT, board).success();
        assertThat(page.get("count").asInt()).isEqualTo(1);
        JsonNode row = page.at("/results/0");
        assertThat(row.get("rank").asInt()).isEqualTo(1);
        assertThat(row.get("overall_score").asDouble()).isEqualTo(0.75);
        assertThat(row.get("yours").asBoolean()).isTrue();
        assertThat(api.get(ANONYMOUS, board).success().at("/results/0/yours").asBoolean())
                .isFalse();
        assertThat(api.get(
                                ANONYMOUS,
                                "/api/v2/submissions/"
                                        + row.get("submission_id").asLong() + "/score/curves/")
                        .success()
                        .has("MEL"))
                .isTrue();
    }

    static Stream<Arguments> badPredictions() {
        return Stream.of(
                Arguments.argumentSet("missing ids", "image,MEL,NV\nA,0.9,0.1\nB,0.2,0.8\n", "missing"),
                Arguments.argumentSet("extra ids", GOOD + "E,0.5,0.5\n", "extra"),
                Arguments.argumentSet("duplicated ids", GOOD + "A,0.5,0.5\n", "duplicate"),
                Arguments.argumentSet("not a number", GOOD.replace("0.9,0.1", "NaN,0.1"), "missing"),
                Arguments.argumentSet("out of range", GOOD.replace("0.9,0.1", "1.9,0.1"), "interval"),
                Arguments.argumentSet("wrong header", GOOD.replace("NV", "NEVUS"), "columns"),
                Arguments.argumentSet("a formula", GOOD.replace("0.9", "=1+1"), "non-floating-point"),
                Arguments.argumentSet("nothing", "\n", "csv"));
    }

    @ParameterizedTest
    @MethodSource("badPredictions")
    void namesEachProblemOfAFileThatCannotBeScoredAndTakesNoQuota(String predictions, String reason) {
        Contest contest = Contest.open(api, "Faulty", TRUTH, 1);
        long approach = contest.approach(PARTICIPANT, "Unlucky");
        JsonNode ended = contest.ended(
                PARTICIPANT,
                contest.submit(PARTICIPANT, approach, predictions)
                        .success()
                        .get("id")
                        .asLong(),
                BOUND);
        assertThat(ended.get("status").asString()).isEqualTo("failed");
        assertThat(ended.get("problems").toString()).containsIgnoringCase(reason);
        contest.submit(PARTICIPANT, approach, GOOD).success();
    }

    @Test
    void acceptsExactlyTheQuotaOfManyPostsAtOnce() throws Exception {
        Contest contest = Contest.open(api, "Quota", TRUTH, QUOTA);
        long approach = contest.approach(PARTICIPANT, "Eager");
        api.token(PARTICIPANT);
        Callable<Integer> post =
                () -> contest.submit(PARTICIPANT, approach, GOOD).status();
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads
                    .invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> post).toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(statuses).containsOnly(202, 403);
        assertThat(statuses.stream().filter(status -> status == 202)).hasSize(QUOTA);
    }

    @Test
    void keepsStrangersAndLateComersOut() {
        Contest contest = Contest.open(api, "Closed", TRUTH, 10);
        long approach = contest.approach(PARTICIPANT, "Private");
        assertThat(contest.submit(RESEARCHER, approach, GOOD).status()).isEqualTo(404);
        assertThat(contest.submit(ANONYMOUS, approach, GOOD).status()).isEqualTo(401);
        api.patch(
                        STAFF,
                        "/api/v2/challenges/" + contest.slug() + "/",
                        java.util.Map.of(
                                "closes_at",
                                java.time.Instant.now().minusSeconds(1).toString()))
                .success();
        Answer late = contest.submit(PARTICIPANT, approach, GOOD);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text()).contains("error");
        assertThat(contest.submit(PARTICIPANT, approach, "x".repeat(9_000_000)).status())
                .isEqualTo(413);
    }

    /** Every number of the reference's document, by its name. */
    private static void assertEqual(JsonNode wanted, JsonNode given) {
        if (wanted.isNumber()) {
            assertThat(given.asDouble()).isCloseTo(wanted.asDouble(), within(EXACT));
            return;
        }
        wanted.propertyNames().forEach(name -> {
            assertThat(given.has(name)).as(name).isTrue();
            assertEqual(wanted.get(name), given.get(name));
        });
    }
}
