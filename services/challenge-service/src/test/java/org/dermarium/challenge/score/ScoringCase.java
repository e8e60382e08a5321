package org.dermarium.challenge.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.dermarium.challenge.ChallengeApplication;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.Isolation;
import org.dermarium.testkit.Servers;
import org.dermarium.testkit.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running challenge service in its own corner of the servers with a clock that can be moved on, and words for working
 * with it. All test classes share one, so each makes its own tasks and leaves the service running as it was.
 */
@SpringBootTest(classes = ChallengeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@Import(ScoringCase.Clocks.class)
public abstract class ScoringCase {

    public static final String TRUTH = """
            image,MEL,NV,BCC
            a1,1.0,0.0,0.0
            a2,0.0,1.0,0.0
            a3,0.0,0.0,1.0
            a4,1.0,0.0,0.0
            a5,0.0,1.0,0.0
            a6,0.0,1.0,0.0
            """;

    /** Two of three melanomas, nevi and carcinomas are found on average. */
    public static final String GOOD = """
            image,MEL,NV,BCC
            a1,0.9,0.05,0.05
            a2,0.1,0.8,0.1
            a3,0.2,0.3,0.5
            a4,0.4,0.5,0.1
            a5,0.3,0.3,0.4
            a6,0.25,0.5,0.25
            """;

    public static final double GOOD_SCORE = 0.7222222222222222;

    public static final String PERFECT = TRUTH.replace("1.0", "0.9").replace("0.0", "0.05");

    protected static final String ANYBODY = "";
    protected static final String STAFF = TestTokens.shared().staff(900);

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong NUMBER = new AtomicLong();

    private static Isolation isolation;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private MovableClock clock;

    /** The service's clock in tests. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Clocks {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    /** Goes as time does, and jumps when told. */
    public static final class MovableClock extends Clock {

        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        public void moveOn(Duration by) {
            ahead.accumulateAndGet(by, Duration::plus);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "challenge");
        isolation.topics().create();
    }

    protected static Isolation isolation() {
        return isolation;
    }

    protected DatabaseClient db() {
        return db;
    }

    protected WebTestClient http() {
        return http;
    }

    protected MovableClock clock() {
        return clock;
    }

    /** A task that is open. */
    public record Contest(String challenge, long task) {}

    /** Somebody in a team of their own. */
    public record Participant(long person, String token, long team) {}

    /** An answer: status and body. */
    public record Answer(int status, JsonNode body) {

        public Answer expect(int wanted) {
            assertThat(status).as("status of %s", body).isEqualTo(wanted);
            return this;
        }

        public JsonNode get(String field) {
            return body.get(field);
        }

        public long id() {
            return body.get("id").asLong();
        }
    }

    protected Answer get(String token, String path) {
        return send(HttpMethod.GET, token, path, MediaType.APPLICATION_JSON, null);
    }

    protected Answer post(String token, String path, Object body) {
        return send(HttpMethod.POST, token, path, MediaType.APPLICATION_JSON, body);
    }

    protected Answer send(HttpMethod method, String token, String path, MediaType type, Object body) {
        var request = http.method(method)
                .uri(builder -> URI.create(builder.build() + path))
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                });
        var answer = body == null
                ? request.exchange()
                : request.contentType(type).bodyValue(body).exchange();
        byte[] bytes = answer.expectBody().returnResult().getResponseBodyContent();
        int status = answer.returnResult(Void.class).getStatus().value();
        assertThat(status).as("no error of the server at " + path).isLessThan(HttpStatus.INTERNAL_SERVER_ERROR.value());
        boolean hasJson = bytes != null && bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
        return new Answer(status, hasJson ? JSON.readTree(bytes) : JSON.createObjectNode());
    }

    /** An open task with this truth, ranked by balanced accuracy; its scores are not published. */
    protected Contest contest(String truth) {
        long number = NUMBER.incrementAndGet();
        Instant now = clock.instant();
        String slug = post(
                        STAFF,
                        "/api/v2/challenges/",
                        Map.of(
                                "name",
                                "Challenge " + number,
                                "opens_at",
                                now.minus(Duration.ofDays(1)).toString(),
                                "closes_at",
                                now.plus(Duration.ofDays(300)).toString()))
                .expect(201)
                .get("slug")
                .asString();
        long task = post(
                        STAFF,
                        "/api/v2/challenges/" + slug + "/tasks/",
                        Map.of("name", "Task " + number, "max_submissions_per_week", 0, "max_approaches", 0))
                .expect(201)
                .id();
        truth(task, truth);
        post(STAFF, "/api/v2/tasks/" + task + "/open/", Map.of()).expect(200);
        return new Contest(slug, task);
    }

    protected void truth(long task, String csv) {
        send(
                        HttpMethod.PUT,
                        STAFF,
                        "/api/v2/tasks/" + task + "/truth/",
                        MediaType.parseMediaType("text/csv"),
                        csv.getBytes(UTF_8))
                .expect(200);
    }

    protected void publish(Contest contest) {
        send(
                        HttpMethod.PATCH,
                        STAFF,
                        "/api/v2/tasks/" + contest.task() + "/",
                        MediaType.APPLICATION_JSON,
                        Map.of("scores_published", true))
                .expect(200);
    }

    protected Participant participant(Contest contest) {
        long person = 1_000 + NUMBER.incrementAndGet();
        String token = TestTokens.shared().member(person, "person" + person + "@example.org");
        long team = post(
                        token,
                        "/api/v2/challenges/" + contest.challenge() + "/teams/",
                        Map.of("name", "Team " + person))
                .expect(201)
                .id();
        return new Participant(person, token, team);
    }

    protected long approach(Contest contest, Participant participant) {
        return post(
                        participant.token(),
                        "/api/v2/tasks/" + contest.task() + "/approaches/",
                        Map.of(
                                "team",
                                participant.team(),
                                "name",
                                "Approach " + NUMBER.incrementAndGet(),
                                "description",
                                "A network.",
                                "uses_external_data",
                                false))
                .expect(201)
                .id();
    }

    /** The id of the submission. */
    protected long handIn(Participant participant, long approach, String csv) {
        return send(
                        HttpMethod.POST,
                        participant.token(),
                        "/api/v2/approaches/" + approach + "/submissions/?accepted_terms=true",
                        MediaType.parseMediaType("text/csv"),
                        csv.getBytes(UTF_8))
                .expect(202)
                .id();
    }

    protected Answer submission(long id) {
        return get(STAFF, "/api/v2/submissions/" + id + "/").expect(200);
    }

    /** Waits until the submission has ended. */
    protected Answer ended(long id) {
        Eventually.until(
                "submission " + id + " has ended",
                () -> List.of("succeeded", "failed", "internal_failure")
                        .contains(submission(id).get("status").asString()));
        return submission(id);
    }

    protected long count(String sql) {
        return db.sql(sql).map(row -> row.get(0, Long.class)).one().block();
    }
}
