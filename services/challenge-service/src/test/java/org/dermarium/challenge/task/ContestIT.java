package org.dermarium.challenge.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.challenge.ChallengeCase;
import org.dermarium.upload.UploadField;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class ContestIT extends ChallengeCase {

    private static final Instant SOON = Instant.now().plus(Duration.ofHours(1));
    private static final Instant LATER = SOON.plus(Duration.ofDays(1));

    @Test
    void showsChallengesWithTheirTasksAndState() {
        String slug = challenge();
        long task = task(slug, Map.of("name", "Diagnosis", "metric", "auc"));

        var shown = get(ANYBODY, "challenges/" + slug + "/").expect(200);
        assertThat(shown.get("state").asString()).isEqualTo("open");
        assertThat(shown.get("teams_count").asLong()).isZero();
        var shownTask = shown.get("tasks").get(0);
        assertThat(shownTask.get("id").asLong()).isEqualTo(task);
        assertThat(shownTask.get("challenge").asString()).isEqualTo(slug);
        assertThat(shownTask.get("slug").asString()).isEqualTo("diagnosis");
        assertThat(shownTask.get("type").asString()).isEqualTo("classification");
        assertThat(shownTask.get("state").asString()).isEqualTo("open");
        assertThat(shownTask.get("images_count").asInt()).isEqualTo(3);
        assertThat(shownTask.get("sample").asString()).startsWith("image,MEL,NV\nISIC_0000001,0.5,0.5\n");
        assertThat(texts(get(ANYBODY, "challenges/?limit=1").expect(200).get("results"), "slug"))
                .hasSize(1);
    }

    @Test
    void hidesWhatIsHiddenOrNotOpenFromAllButStaff() {
        String slug = challenge();
        long draft = draft(slug, Map.of());
        long hidden = task(slug, Map.of("hidden", true));

        for (String path : List.of("tasks/" + draft + "/", "tasks/" + hidden + "/", "tasks/" + hidden + "/images/")) {
            get(ANYBODY, path).expect(404).saying("Not Found");
            get(member(1), path).expect(404);
            get(staff(), path).expect(200);
        }
        assertThat(get(ANYBODY, "challenges/" + slug + "/").get("tasks")).isEmpty();
        assertThat(get(staff(), "challenges/" + slug + "/").get("tasks")).hasSize(2);

        patch(staff(), "challenges/" + slug + "/", Map.of("hidden", true)).expect(200);
        get(ANYBODY, "challenges/" + slug + "/").expect(404);
        post(member(1), "challenges/" + slug + "/teams/", Map.of("name", "Nobody"))
                .expect(404);
        assertThat(texts(get(ANYBODY, "challenges/").get("results"), "slug")).doesNotContain(slug);
        assertThat(texts(get(staff(), "challenges/").get("results"), "slug")).contains(slug);
    }

    @Test
    void refusesChallengesThatAreNoneAndSaysWhy() {
        var good = Map.<String, Object>of("name", "Unique " + number(), "opens_at", SOON, "closes_at", LATER);
        post(member(1), "challenges/", good).expect(401);
        post(staff(), "challenges/", good).expect(201);
        post(staff(), "challenges/", Map.of()).expect(422).saying("closes_at");
        post(
                        staff(),
                        "challenges/",
                        with(good, "name", good.get("name").toString().toUpperCase()))
                .expect(400)
                .saying("A challenge with this name or slug already exists.");
        post(staff(), "challenges/", with(good, "name", "  ")).expect(422).saying("string_too_short");
        post(staff(), "challenges/", with(good, "name", "n".repeat(101)))
                .expect(422)
                .saying("string_too_long");
        post(staff(), "challenges/", with(good, "name", "nul\0")).expect(422).saying("U+0000");
        post(staff(), "challenges/", with(with(good, "name", "Backwards"), "opens_at", LATER.plusSeconds(1)))
                .expect(400)
                .saying("must open before it closes");
        post(staff(), "challenges/", with(good, "opens_at", "yesterday"))
                .expect(422)
                .saying("opens_at");
        post(staff(), "challenges/", with(good, "opens_at", "+200000-01-01T00:00:00Z"))
                .expect(422);
        post(staff(), "challenges/", with(good, "slug", "Not A Slug"))
                .expect(422)
                .saying("slug");
        post(staff(), "challenges/", with(good, "colour", "red")).expect(422).saying("extra_forbidden");
        for (String odd : List.of("challenges/%00/", "challenges/NOT-A-SLUG/", "challenges/none/", "tasks/0/")) {
            get(ANYBODY, odd).expect(404);
        }
        get(ANYBODY, "tasks/x/").expect(422);
    }

    @Test
    void refusesTasksThatCannotBeScored() {
        String slug = challenge();
        String path = "challenges/" + slug + "/tasks/";
        post(member(1), path, Map.of("name", "Mine")).expect(401);
        post(staff(), path, Map.of("name", "Masks", "type", "segmentation"))
                .expect(400)
                .saying("Tasks of the type segmentation cannot be scored yet");
        post(staff(), path, Map.of("name", "Odd", "type", "guessing"))
                .expect(422)
                .saying("literal_error");
        post(staff(), path, Map.of("name", "Odd", "metric", "luck")).expect(422).saying("metric");
        post(staff(), path, Map.of("name", "Odd", "max_approaches", -1)).expect(422);
        post(staff(), path, Map.of("name", "Twice")).expect(201);
        post(staff(), path, Map.of("name", "tWICE")).expect(400).saying("already exists");
        long bare = post(staff(), path, Map.of("name", "Bare")).expect(201).id();
        post(staff(), "tasks/" + bare + "/open/", null).expect(400).saying("ground truth");
        post(staff(), "tasks/" + bare + "/open/", Map.of("collection_id", 4711)).expect(400);
        assertThat(get(staff(), "tasks/" + bare + "/").get("sample").asString()).isEmpty();
    }

    @Test
    void namesEveryProblemOfATruthAndKeepsNothingOfIt() {
        long task = draft(challenge(), Map.of());
        String path = "tasks/" + task + "/truth/";
        var refused = csv(HttpMethod.PUT, staff(), path, "image,MEL,NV\nA,1,x\nA,2,1\n")
                .expect(400);
        assertThat(refused.get("problems").size()).isGreaterThan(1);
        assertThat(refused.get("problems")
                        .get(0)
                        .get("places")
                        .get(0)
                        .get("row")
                        .asInt())
                .isPositive();
        csv(HttpMethod.PUT, staff(), path, "no lines").expect(400);
        csv(HttpMethod.PUT, member(1), path, TRUTH).expect(401);
        csv(HttpMethod.PUT, staff(), "tasks/999999/truth/", TRUTH).expect(404);
        send(HttpMethod.PUT, staff(), path, "text/plain", TRUTH).expect(415);
        send(HttpMethod.PUT, staff(), path, Map.of()).expect(422).saying("ground_truth");
        send(HttpMethod.PUT, staff(), path, Map.of("ground_truth", "forged")).expect(422);
        assertThat(count("select truth_rows::bigint from task where id = " + task))
                .isEqualTo(3);

        String value = upload(UploadField.TRUTH, 900, "image,A,B\nX,1,0\nY,0,1\n".getBytes());
        var taken = send(HttpMethod.PUT, staff(), path, Map.of("ground_truth", value))
                .expect(200);
        assertThat(taken.get("rows").asInt()).isEqualTo(2);
        assertThat(taken.get("categories").toString()).isEqualTo("[\"A\",\"B\"]");
    }

    @Test
    void mendsTheTruthOfAnOpenTaskButNotItsImages() {
        long task = task(challenge(), Map.of());
        String path = "tasks/" + task + "/truth/";
        csv(HttpMethod.PUT, staff(), path, TRUTH.replace("0003,0,1", "0003,1,0"))
                .expect(200);
        csv(HttpMethod.PUT, staff(), path, TRUTH.replace("0003", "0004"))
                .expect(400)
                .saying("images and categories stay");
        patch(staff(), "tasks/" + task + "/", Map.of("metric", "auc"))
                .expect(409)
                .saying("frozen");
        post(staff(), "tasks/" + task + "/open/", null).expect(409).saying("open already");
        patch(staff(), "tasks/" + task + "/", Map.of("description", "New words"))
                .expect(200);
        assertThat(get(ANYBODY, "tasks/" + task + "/").get("description").asString())
                .isEqualTo("New words");
    }

    @Test
    void givesTheTruthToNobody() {
        String slug = challenge();
        long task = task(slug, Map.of());
        String canary = count("select length(truth_key)::bigint from task where id = " + task) > 0 ? "truths/" : "?";
        String values = "ISIC_0000001,1,0";
        for (String token : List.of(ANYBODY, member(1), staff())) {
            for (String path : List.of(
                    "tasks/" + task + "/",
                    "tasks/" + task + "/images/",
                    "challenges/",
                    "challenges/" + slug + "/",
                    "tasks/" + task + "/mine/")) {
                assertThat(get(token, path).text()).doesNotContain(canary).doesNotContain(values);
            }
            for (String path : List.of("truth/", "truth", "truth/file/", "ground_truth/", "file/")) {
                assertThat(get(token, "tasks/" + task + "/" + path).status()).isIn(404, 405);
            }
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
