package org.dermarium.challenge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.dermarium.blobs.BlobStore;
import org.dermarium.testkit.TestClock;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.testkit.server.TestTokens;
import org.dermarium.testkit.server.TestTopics;
import org.dermarium.upload.UploadClaim;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadSigner;
import org.dermarium.upload.UploadedFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running challenge service in its own corner of the servers, and words for speaking with it. */
@SpringBootTest(classes = ChallengeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
@Import(ChallengeCase.OwnTime.class)
@DirtiesContext
public abstract class ChallengeCase {

    protected static final String ANYBODY = "";

    protected static final String TRUTH = """
            image,MEL,NV
            ISIC_0000001,1,0
            ISIC_0000002,0,1
            ISIC_0000003,0,1
            """;

    protected static final String PREDICTIONS = """
            image,MEL,NV
            ISIC_0000001,0.9,0.1
            ISIC_0000002,0.2,0.8
            ISIC_0000003,0.3,0.7
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicLong NUMBER = new AtomicLong(1_000);

    private static Isolation isolation;

    @Autowired
    private WebTestClient http;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private TestClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnTime {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "challenge");
        isolation.topics().create();
    }

    @AfterEach
    void comeBackToThePresent() {
        clock.reset();
    }

    protected static TestTopics topics() {
        return isolation.topics();
    }

    protected static String staff() {
        return TestTokens.shared().staff(900);
    }

    protected static String member(long id) {
        return TestTokens.shared().member(id, address(id));
    }

    protected static String address(long id) {
        return "member" + id + "@example.org";
    }

    /** A number that nothing else in this run has, for names and people. */
    protected static long number() {
        return NUMBER.incrementAndGet();
    }

    protected TestClock clock() {
        return clock;
    }

    protected BlobStore blobs() {
        return blobs;
    }

    protected WebTestClient http() {
        return http;
    }

    protected DatabaseClient db() {
        return db;
    }

    /** An answer: status and body. */
    public record Answer(int status, String text) {

        public Answer expect(int wanted) {
            assertThat(status).as("status of %s", text).isEqualTo(wanted);
            return this;
        }

        /** It says so. */
        public Answer saying(String part) {
            assertThat(text).contains(part);
            return this;
        }

        public JsonNode body() {
            return JSON.readTree(text);
        }

        public JsonNode get(String field) {
            return body().get(field);
        }

        public long id() {
            return get("id").asLong();
        }
    }

    protected Answer get(String token, String path) {
        return send(HttpMethod.GET, token, path, null);
    }

    protected Answer post(String token, String path, @Nullable Object body) {
        return send(HttpMethod.POST, token, path, body);
    }

    protected Answer patch(String token, String path, Object body) {
        return send(HttpMethod.PATCH, token, path, body);
    }

    protected Answer send(HttpMethod method, String token, String path, @Nullable Object body) {
        return send(method, token, path, MediaType.APPLICATION_JSON_VALUE, body);
    }

    protected Answer csv(HttpMethod method, String token, String path, String table) {
        return send(method, token, path, "text/csv", table);
    }

    protected Answer send(HttpMethod method, String token, String path, String type, @Nullable Object body) {
        var request = http.method(method)
                .uri(builder -> URI.create(builder.build() + "/api/v2/" + path))
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                });
        if (body != null) {
            request.contentType(MediaType.parseMediaType(type)).bodyValue(body);
        }
        var answer = request.exchange().expectBody().returnResult();
        byte[] bytes = answer.getResponseBodyContent();
        int status = answer.getStatus().value();
        String text = bytes == null ? "" : new String(bytes, UTF_8);
        assertThat(status).as("no error of the server: %s", text).isLessThan(500);
        return new Answer(status, text);
    }

    /** A challenge that is open from yesterday until tomorrow. */
    protected String challenge() {
        return challenge(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(1)));
    }

    protected String challenge(Instant opens, Instant closes) {
        var body = Map.of("name", "Challenge " + number(), "opens_at", opens, "closes_at", closes);
        return post(staff(), "challenges/", body).expect(201).get("slug").asString();
    }

    /** A task with {@link #TRUTH} that is still a draft. */
    protected long draft(String challenge, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.putIfAbsent("name", "Task " + number());
        long id = post(staff(), "challenges/" + challenge + "/tasks/", body)
                .expect(201)
                .id();
        csv(HttpMethod.PUT, staff(), "tasks/" + id + "/truth/", TRUTH).expect(200);
        return id;
    }

    protected long task(String challenge, Map<String, Object> more) {
        long id = draft(challenge, more);
        post(staff(), "tasks/" + id + "/open/", null).expect(200);
        return id;
    }

    protected long team(String challenge, long person) {
        return post(member(person), "challenges/" + challenge + "/teams/", Map.of("name", "Team " + number()))
                .expect(201)
                .id();
    }

    protected long approach(long task, long team, long person) {
        return post(member(person), "tasks/" + task + "/approaches/", approachBody(team))
                .expect(201)
                .id();
    }

    protected static Map<String, Object> approachBody(long team) {
        return Map.of(
                "team",
                team,
                "name",
                "Approach " + number(),
                "description",
                "A network and patience.",
                "uses_external_data",
                false);
    }

    protected Answer handIn(long approach, long person, String table) {
        return csv(
                HttpMethod.POST, member(person), "approaches/" + approach + "/submissions/?accepted_terms=true", table);
    }

    /** The value that stands for a file that this person uploaded. */
    protected String upload(UploadField field, long person, byte[] bytes) {
        String key = "uploads/" + UUID.randomUUID();
        blobs.put(isolation.privateBucket(), key, "application/octet-stream", new ByteArrayInputStream(bytes), -1);
        return signed(field, person, new UploadedFile(key, "file", bytes.length));
    }

    protected static String signed(UploadField field, long person, UploadedFile file) {
        var until = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        return new UploadSigner(Isolation.SECRET)
                .sign(new UploadClaim(UploadClaim.Stage.FINISHED, field, file, "upload", person, until));
    }

    protected long count(String sql) {
        return db.sql(sql).mapValue(Long.class).one().block();
    }

    protected static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
