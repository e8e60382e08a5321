package org.dermarium.challenge.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dermarium.challenge.scoring.ScoringCase;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;

/** Who stands where. */
class BoardIT extends ScoringCase {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, String>>> NEWS =
            new ParameterizedTypeReference<>() {};

    private Contest contest;
    private Participant alice;
    private Participant bob;
    private long ofAlice;
    private long ofBob;

    @BeforeEach
    void openATaskWithTwoTeams() {
        contest = contest(SIX_ROWS);
        alice = participant(contest);
        bob = participant(contest);
        ofAlice = approach(contest, alice);
        ofBob = approach(contest, bob);
    }

    private long scored(Participant participant, long approach, String csv) {
        long id = handIn(participant, approach, csv);
        ended(id);
        return id;
    }

    private String path(String rest) {
        return "leaderboard/" + contest.task() + "/" + rest;
    }

    private List<Long> shown(String rest) {
        return get(STAFF, path(rest))
                .expect(200)
                .get("results")
                .valueStream()
                .map(row -> row.get("submission_id").asLong())
                .toList();
    }

    private List<Long> ranks(String rest) {
        return get(STAFF, path(rest))
                .expect(200)
                .get("results")
                .valueStream()
                .map(row -> row.get("rank").asLong())
                .toList();
    }

    @Test
    void doesNotExistForOthersUntilScoresArePublished() {
        scored(alice, ofAlice, GOOD);
        for (String rest : List.of("by-team/", "by-approach/", "events/")) {
            get(ANYBODY, path(rest)).expect(404);
            get(alice.token(), path(rest)).expect(404);
        }
        get(STAFF, path("by-team/")).expect(200);
        publish(contest);
        get(ANYBODY, path("by-team/")).expect(200);
        get(STAFF, "leaderboard/987654321/by-team/").expect(404);
    }

    @Test
    void showsRowsAsTheContractHasThem() {
        long id = scored(alice, ofAlice, GOOD);
        publish(contest);
        var page = get(alice.token(), path("by-approach/")).expect(200);
        assertThat(page.get("count").asLong()).isEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("previous").isNull()).isTrue();
        JsonNode row = page.get("results").get(0);
        assertThat(row.propertyNames())
                .containsExactly(
                        "rank",
                        "submission_id",
                        "approach_id",
                        "approach_name",
                        "approach_manuscript_url",
                        "approach_uses_external_data",
                        "overall_score",
                        "submission_created",
                        "team_id",
                        "team_name",
                        "team_institution_name",
                        "team_institution_url",
                        "yours");
        assertThat(row.get("submission_id").asLong()).isEqualTo(id);
        assertThat(row.get("overall_score").asDouble()).isEqualTo(GOOD_SCORE);
        assertThat(row.get("yours").asBoolean()).isTrue();
        assertThat(get(bob.token(), path("by-approach/"))
                        .get("results")
                        .get(0)
                        .get("yours")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void sharesARankAmongEqualScoresAndPagesThrough() {
        long first = scored(alice, ofAlice, GOOD);
        long second = scored(bob, ofBob, GOOD);
        long best = scored(bob, approach(contest, bob), PERFECT);
        long last = scored(alice, approach(contest, alice), PERFECT.replace("0.9", "0.01"));
        assertThat(shown("by-approach/")).containsExactly(best, first, second, last);
        assertThat(ranks("by-approach/")).containsExactly(1L, 2L, 2L, 4L);
        var page = get(STAFF, path("by-approach/?limit=2&offset=2")).expect(200);
        assertThat(page.get("results").get(0).get("rank").asLong()).isEqualTo(2);
        assertThat(page.get("results").get(1).get("rank").asLong()).isEqualTo(4);
        assertThat(page.get("count").asLong()).isEqualTo(4);
        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("previous").asString()).endsWith(path("by-approach/?limit=2&offset=0"));
        assertThat(get(STAFF, path("by-approach/?limit=2")).get("next").asString())
                .endsWith(path("by-approach/?limit=2&offset=2"));
    }

    @Test
    void showsTheBestApproachOfEachTeam() {
        scored(alice, ofAlice, GOOD);
        long better = scored(alice, approach(contest, alice), PERFECT);
        long other = scored(bob, ofBob, GOOD);
        assertThat(shown("by-team/")).containsExactly(better, other);
        assertThat(ranks("by-team/")).containsExactly(1L, 2L);
        assertThat(get(STAFF, path("by-team/?limit=1")).get("count").asLong()).isEqualTo(2);
    }

    @Test
    void takesTheLatestSubmissionThatSucceededNotTheBest() {
        scored(alice, ofAlice, PERFECT);
        long latest = scored(alice, ofAlice, GOOD);
        scored(alice, ofAlice, "image,MEL\na1,0.5\n");
        assertThat(shown("by-approach/")).containsExactly(latest);
    }

    @Test
    void leavesRejectedApproachesOutUntilTheVerdictIsTakenBack() {
        long id = scored(alice, ofAlice, GOOD);
        String review = "approaches/" + ofAlice + "/review/";
        post(STAFF, review, Map.of("state", "rejected", "reason", "rule_violation"))
                .expect(200);
        assertThat(shown("by-approach/")).isEmpty();
        publish(contest);
        get(ANYBODY, "submissions/" + id + "/score/").expect(404);
        get(alice.token(), "submissions/" + id + "/score/").expect(200);
        post(STAFF, review, Map.of("state", "", "reason", "")).expect(200);
        assertThat(shown("by-approach/")).containsExactly(id);
    }

    @Test
    void leavesOutWhatADisabledAccountHandedIn() {
        long id = scored(alice, ofAlice, GOOD);
        topics().publish(EventType.USER_CHANGED, user(alice, 5, false));
        Eventually.await(
                "the board is empty", () -> assertThat(shown("by-approach/")).isEmpty());
        topics().publish(EventType.USER_CHANGED, user(alice, 6, true));
        Eventually.await(
                "the team stands again", () -> assertThat(shown("by-team/")).containsExactly(id));
    }

    private static User user(Participant participant, long version, boolean active) {
        return new User(participant.person(), version, "a@example.org", "A", "B", false, active, Instant.EPOCH);
    }

    @Test
    void keepsTheOldScoreWhileASubmissionIsScoredAgain() {
        long id = scored(alice, ofAlice, GOOD);
        truth(contest.task(), SIX_ROWS.replace("a4,1.0,0.0,0.0", "a4,0.0,1.0,0.0"));
        post(STAFF, "submissions/" + id + "/rescore/", null).expect(202);
        assertThat(shown("by-approach/")).containsExactly(id);
        double after = ended(id).get("overall_score").asDouble();
        assertThat(get(STAFF, path("by-team/"))
                        .get("results")
                        .get(0)
                        .get("overall_score")
                        .asDouble())
                .isEqualTo(after);
    }

    @Test
    void refusesPagesThatAreNoNumbers() {
        get(STAFF, path("by-team/?limit=many")).expect(422);
        get(STAFF, path("by-team/?offset=none")).expect(422);
        get(STAFF, path("by-team/?limit=9999999999999")).expect(422);
        assertThat(get(STAFF, path("by-team/?limit=-1&offset=-5"))
                        .expect(200)
                        .get("results")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsThoseWhoLookThatTheBoardChanged() {
        publish(contest);
        var news = new CopyOnWriteArrayList<ServerSentEvent<Map<String, String>>>();
        var connection = http().get()
                .uri("/api/v2/" + path("events/"))
                .exchange()
                .returnResult(NEWS)
                .getResponseBody()
                .subscribe(news::add);
        Eventually.until("the line is open", () -> !news.isEmpty());
        scored(alice, ofAlice, GOOD);
        Eventually.await(
                "the change is told",
                () -> assertThat(news)
                        .anySatisfy(event -> assertThat(event.event()).isEqualTo("changed")));
        connection.dispose();
    }
}
