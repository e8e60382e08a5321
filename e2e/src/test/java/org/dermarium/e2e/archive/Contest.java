package org.dermarium.e2e.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.STAFF;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Person;
import org.dermarium.testkit.Eventually;
import tools.jackson.databind.JsonNode;

/** A challenge with one open task, and the steps of its participants. */
public record Contest(Api api, String slug, long task) {

    private static final Set<String> ENDS = Set.of("succeeded", "failed", "internal_failure");

    /** @param perWeek submissions of a team, 0 for any number */
    public static Contest open(Api api, String name, byte[] truth, int perWeek) {
        Contest contest = draft(api, name, truth, perWeek);
        api.post(STAFF, "/api/v2/tasks/" + contest.task() + "/open/", Map.of()).success();
        return contest;
    }

    /** As {@link #open}, but its task is not open yet. */
    public static Contest draft(Api api, String name, byte[] truth, int perWeek) {
        String slug = name.toLowerCase(Locale.ROOT) + "-" + System.nanoTime();
        api.post(
                        STAFF,
                        "/api/v2/challenges/",
                        Map.of(
                                "slug",
                                slug,
                                "name",
                                name + " " + slug,
                                "description",
                                "A challenge of the tests.",
                                "rules",
                                "None.",
                                "opens_at",
                                Instant.now().minusSeconds(60).toString(),
                                "closes_at",
                                Instant.now().plusSeconds(86_400).toString()))
                .success();
        long task = api.post(
                        STAFF,
                        "/api/v2/challenges/" + slug + "/tasks/",
                        Map.of(
                                "slug", "diagnosis",
                                "name", "Diagnosis",
                                "description", "A probability for each class.",
                                "type", "classification",
                                "metric", "balanced_accuracy",
                                "max_approaches", 0,
                                "max_submissions_per_week", perWeek,
                                "requires_manuscript", false))
                .success()
                .get("id")
                .asLong();
        api.csv(STAFF, "PUT", "/api/v2/tasks/" + task + "/truth/", truth).success();
        return new Contest(api, slug, task);
    }

    /** A new team with one approach of its own. */
    public long approach(Person who, String team) {
        long teamId = api.post(who, "/api/v2/challenges/" + slug + "/teams/", Map.of("name", team))
                .success()
                .get("id")
                .asLong();
        return api.post(
                        who,
                        "/api/v2/tasks/" + task + "/approaches/",
                        Map.of(
                                "team",
                                teamId,
                                "name",
                                "Approach of " + team,
                                "description",
                                "For a test.",
                                "uses_external_data",
                                false))
                .success()
                .get("id")
                .asLong();
    }

    public Answer submit(Person who, long approach, byte[] predictions) {
        return api.csv(
                who, "POST", "/api/v2/approaches/" + approach + "/submissions/?accepted_terms=true", predictions);
    }

    public Answer submit(Person who, long approach, String predictions) {
        return submit(who, approach, predictions.getBytes(UTF_8));
    }

    public JsonNode ended(Person who, long submission, Duration bound) {
        String path = "/api/v2/submissions/" + submission + "/";
        Eventually.await(
                "submission " + submission + " is at its end",
                bound,
                () -> assertThat(ENDS)
                        .contains(api.get(who, path).success().get("status").asString()));
        return api.get(who, path).success();
    }

    public void publishScores() {
        api.patch(STAFF, "/api/v2/tasks/" + task + "/", Map.of("scores_published", true))
                .success();
    }

    /** Fails unless all of these succeed with the same score, which the board then shows once. */
    public void assertOneScore(Person who, Collection<Long> submissions, Duration bound) {
        assertThat(submissions.stream()
                        .map(id -> ended(who, id, bound))
                        .map(end -> end.get("status").asString() + " " + end.get("validation_score"))
                        .distinct())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("succeeded");
        publishScores();
        assertThat(api.get(ANONYMOUS, "/api/v2/leaderboard/" + task + "/by-approach/")
                        .success()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }
}
