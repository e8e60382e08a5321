package org.dermarium.challenge.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.dermarium.challenge.ChallengeCase;
import org.dermarium.events.Submission;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;

class SubmissionsIT extends ChallengeCase {

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> NEWS =
            new ParameterizedTypeReference<>() {};

    private String slug;
    private long task;
    private long person;
    private long approach;

    @BeforeEach
    void aTeamWithAnApproach() {
        slug = challenge();
        task = task(slug, Map.of("max_submissions_per_week", 2));
        person = number();
        approach = approach(task, team(slug, person), person);
    }

    @Test
    void takesATableInAndTellsScoringOfIt() {
        var taken = handIn(approach, person, PREDICTIONS).expect(202);
        assertThat(taken.get("file").get("size").asInt()).isEqualTo(PREDICTIONS.length());
        assertThat(taken.get("overall_score").isNull()).isTrue();
        var told = topics().awaitEvent(EventType.SUBMISSION_RECEIVED, Submission.class, s -> s.id() == taken.id())
                .state();
        assertThat(told.status()).isEqualTo(Submission.Status.QUEUED);
        assertThat(told.approach()).isEqualTo(approach);
        assertThat(told.predictions().sha256())
                .isEqualTo(taken.get("file").get("sha256").asString());
        assertThat(get(member(person), "submissions/" + taken.id() + "/file/").text())
                .isEqualTo(PREDICTIONS);
        assertThat(get(member(person), "approaches/" + approach + "/submissions/")
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        var mine = get(member(person), "tasks/" + task + "/mine/");
        assertThat(mine.get("submissions_left").asInt()).isEqualTo(1);
        assertThat(mine.get("approaches").get(0).get("submissions_count").asInt())
                .isEqualTo(1);
        assertThat(mine.get("approaches").get(0).get("latest").get("id").asLong())
                .isEqualTo(taken.id());
        assertThat(mine.get("next_submission_at").isNull()).isTrue();
    }

    @Test
    void takesAnUploadInByItsSignedValue() {
        String value = upload(UploadField.PREDICTIONS, person, PREDICTIONS.getBytes(UTF_8));
        String path = "approaches/" + approach + "/submissions/";
        var body = Map.<String, Object>of("predictions", value, "accepted_terms", true);
        var taken = post(member(person), path, body).expect(202);
        assertThat(get(member(person), "submissions/" + taken.id() + "/file/").text())
                .isEqualTo(PREDICTIONS);
        long partner = number();
        post(member(partner), path, body).expect(404);
    }

    @Test
    void refusesWithoutUsingTheQuotaOrStoringAnything() {
        String path = "approaches/" + approach + "/submissions/";
        String good = path + "?accepted_terms=true";
        csv(HttpMethod.POST, ANYBODY, good, PREDICTIONS).expect(401);
        csv(HttpMethod.POST, member(number()), good, PREDICTIONS).expect(404);
        csv(HttpMethod.POST, staff(), good, PREDICTIONS).expect(404);
        csv(HttpMethod.POST, member(person), path, PREDICTIONS).expect(400).saying("terms");
        csv(HttpMethod.POST, member(person), path + "?accepted_terms=maybe", PREDICTIONS)
                .expect(422);
        csv(HttpMethod.POST, member(person), good, "").expect(400).saying("prediction file");
        send(HttpMethod.POST, member(person), good, "text/plain", PREDICTIONS).expect(415);
        send(HttpMethod.POST, member(person), good, "application/zip", PREDICTIONS)
                .expect(415);
        post(member(person), path, Map.of("accepted_terms", true)).expect(422).saying("predictions");
        post(member(person), path, Map.of("accepted_terms", true, "predictions", "forged"))
                .expect(422);
        String large = signed(UploadField.PREDICTIONS, person, new UploadedFile("uploads/x", "x.csv", 1L << 30));
        post(member(person), path, Map.of("accepted_terms", true, "predictions", large))
                .expect(413);
        String absent = signed(UploadField.PREDICTIONS, person, new UploadedFile("uploads/x", "x.csv", 1));
        post(member(person), path, Map.of("accepted_terms", true, "predictions", absent))
                .expect(400);
        csv(HttpMethod.POST, member(person), "approaches/999999/submissions/?accepted_terms=true", PREDICTIONS)
                .expect(404);

        assertThat(count("select count(*) from submission where approach = " + approach))
                .isZero();
        assertThat(count("select count(*) from submission_intake where task = " + task))
                .isZero();
        assertThat(get(member(person), "tasks/" + task + "/mine/")
                        .get("submissions_left")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void stopsReadingATableThatHasNoEnd() {
        var endless = Flux.range(0, 20_000).map(i -> "0123456789,".repeat(1_000));
        try {
            int status = http().post()
                    .uri("/api/v2/approaches/" + approach + "/submissions/?accepted_terms=true")
                    .headers(h -> h.setBearerAuth(member(person)))
                    .contentType(MediaType.parseMediaType("text/csv"))
                    .body(endless, String.class)
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value();
            assertThat(status).isEqualTo(413);
        } catch (WebClientRequestException e) {
            // The server closed the line while the client was still sending.
            assertThat(e).hasMessageContaining("connection");
        }
        Eventually.until(
                "nothing of it is left",
                () -> count("select count(*) from submission_intake where until > clock_timestamp() and task = " + task)
                        == 0);
        assertThat(count("select count(*) from submission where approach = " + approach))
                .isZero();
    }

    @Test
    void takesNothingFromAClosedAccount() {
        topics().publish(
                        EventType.USER_CHANGED,
                        new User(person, 2, address(person), "Ada", "", false, false, Instant.EPOCH));
        Eventually.until(
                "the end of the account is heard of",
                () -> count("select count(*) from person where not active and id = " + person) == 1);
        handIn(approach, person, PREDICTIONS).expect(404);
    }

    @Test
    void takesNothingAfterTheClosingTimeOrWhileLocked() {
        patch(staff(), "tasks/" + task + "/", Map.of("locked", true)).expect(200);
        handIn(approach, person, PREDICTIONS).expect(403).saying("locked");
        assertThat(get(ANYBODY, "tasks/" + task + "/").get("state").asString()).isEqualTo("closed");
        patch(staff(), "tasks/" + task + "/", Map.of("locked", false)).expect(200);
        clock().forward(Duration.ofDays(1).plusSeconds(1));
        handIn(approach, person, PREDICTIONS).expect(403).saying("closed at");
        assertThat(count("select count(*) from submission where approach = " + approach))
                .isZero();
    }

    @Test
    void freesTheQuotaAfterSevenDaysAndForFailedOnes() {
        patch(staff(), "challenges/" + slug + "/", Map.of("closes_at", "2999-01-01T00:00:00Z"))
                .expect(200);
        long faulty = handIn(approach, person, PREDICTIONS.replace("0.9", "wrong"))
                .expect(202)
                .id();
        var failed = awaitStatus(faulty, "failed");
        assertThat(failed.get("problems")
                        .get(0)
                        .get("places")
                        .get(0)
                        .get("value")
                        .asString())
                .isEqualTo("wrong");
        handIn(approach, person, PREDICTIONS).expect(202);
        handIn(approach, person, PREDICTIONS).expect(202);
        handIn(approach, person, PREDICTIONS).expect(403).saying("the next one is possible at");
        var mine = get(member(person), "tasks/" + task + "/mine/");
        assertThat(mine.get("submissions_left").asInt()).isZero();
        assertThat(mine.get("next_submission_at").isNull()).isFalse();

        clock().forward(Duration.ofDays(7).plusSeconds(1));
        handIn(approach, person, PREDICTIONS).expect(202);
    }

    @Test
    void keepsSubmissionsFromStrangersAndScoresUntilTheyArePublished() {
        long id = handIn(approach, person, PREDICTIONS).expect(202).id();
        String path = "submissions/" + id + "/";
        var own = awaitStatus(id, "succeeded");
        assertThat(own.get("validation_score").asDouble()).isEqualTo(1);
        assertThat(own.get("overall_score").isNull()).isTrue();
        String stranger = member(number());
        for (String route :
                List.of(path, path + "file/", path + "events/", "approaches/" + approach + "/submissions/")) {
            get(stranger, route).expect(404);
            get(ANYBODY, route).expect(401);
        }
        assertThat(get(staff(), path).get("overall_score").asDouble()).isEqualTo(1);
        patch(staff(), "tasks/" + task + "/", Map.of("scores_published", true)).expect(200);
        assertThat(get(member(person), path).get("overall_score").asDouble()).isEqualTo(1);
    }

    @Test
    void tellsTheTeamWhenItsSubmissionChanges() {
        long id = handIn(approach, person, PREDICTIONS).expect(202).id();
        var news = new CopyOnWriteArrayList<ServerSentEvent<Map<String, Object>>>();
        var line = http().get()
                .uri("/api/v2/submissions/" + id + "/events/")
                .headers(h -> h.setBearerAuth(member(person)))
                .exchange()
                .returnResult(NEWS)
                .getResponseBody()
                .subscribe(news::add);
        Eventually.until("the line is open", () -> !news.isEmpty());
        db().sql("update submission set status = 'succeeded' where id = " + id)
                .then()
                .block();
        Eventually.until("the change is told", () -> news.stream().anyMatch(event -> "changed".equals(event.event())));
        line.dispose();
    }

    private Answer awaitStatus(long id, String status) {
        String path = "submissions/" + id + "/";
        Eventually.until(
                "submission " + id + " has " + status,
                () -> get(member(person), path).get("status").asString().equals(status));
        return get(member(person), path);
    }

    @Test
    void forgetsPlacesWhoseBearersDied() {
        db().sql("""
                        insert into submission_intake values
                          (gen_random_uuid(), :task, 1, 1, 'submissions/broken.csv', now() - interval '1 day',
                           now() - interval '1 day')""").bind("task", task).then().block();
        handIn(approach, person, PREDICTIONS).expect(202);
        assertThat(count("select count(*) from submission_intake where task = " + task))
                .isZero();
    }

    @Test
    void isOneSubmissionHoweverOftenAnUploadIsHandedIn() throws Exception {
        handIn(approach, person, PREDICTIONS).expect(202);
        String value = upload(UploadField.PREDICTIONS, person, PREDICTIONS.getBytes(UTF_8));
        var body = Map.<String, Object>of("predictions", value, "accepted_terms", true);
        String path = "approaches/" + approach + "/submissions/";
        var answers = new ConcurrentLinkedQueue<Answer>();
        List<Thread> clients = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> answers.add(post(member(person), path, body))))
                .toList();
        for (Thread client : clients) {
            client.join();
        }
        answers.add(post(member(person), path, body));
        assertThat(answers).hasSize(5).allSatisfy(answer -> answer.expect(202));
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.element().id());
        assertThat(count("select count(*) from submission where approach = " + approach))
                .isEqualTo(2);
        assertThat(get(member(person), "submissions/" + answers.element().id() + "/file/")
                        .text())
                .isEqualTo(PREDICTIONS);
        handIn(approach, person, PREDICTIONS).expect(403);
    }

    @Test
    void givesUpTheFileOfARefusedSubmissionAndKeepsTheOthers() {
        long id = handIn(approach, person, PREDICTIONS).expect(202).id();
        csv(HttpMethod.POST, member(person), "approaches/" + approach + "/submissions/?accepted_terms=true", "")
                .expect(400);
        String keys = " from stored_object where key like 'submissions/" + task + "/%'";
        assertThat(count("select count(*)" + keys + " and reason = 'given_up'")).isEqualTo(1);
        assertThat(count("select count(*)" + keys + " and key = (select predictions_key from submission where id = "
                        + id + ")"))
                .isZero();
    }
}
