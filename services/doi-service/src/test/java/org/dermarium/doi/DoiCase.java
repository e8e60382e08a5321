package org.dermarium.doi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dermarium.blobs.BlobStore;
import org.dermarium.doi.known.Members;
import org.dermarium.events.Collection;
import org.dermarium.events.Image;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.TestClock;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.testkit.server.TestTokens;
import org.dermarium.testkit.server.TestTopics;
import org.dermarium.upload.UploadClaim;
import org.dermarium.upload.UploadField;
import org.dermarium.upload.UploadSigner;
import org.dermarium.upload.UploadedFile;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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

/** A running DOI service in its own corner of the servers, with a registrar and releases that do what the test says. */
@SpringBootTest(classes = DoiApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
@Import(DoiCase.Seams.class)
@DirtiesContext
public abstract class DoiCase {

    protected static final String ANYBODY = "";
    protected static final String DOIS = "/api/v2/doi/";
    protected static final long OWNER = 7;
    protected static final long STRANGER = 8;
    protected static final String WORDS = "Dermoscopic images of naevi that were followed for five years.";

    /** Of an answer; that of the metrics is long. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BUCKET_FOLDER = "uploads/";

    private static Isolation isolation;
    private static PlayedServices others;

    @Autowired
    private WebTestClient http;

    @Autowired
    private Members members;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private DatabaseClient db;

    @Autowired
    protected RememberedRegistrar registrar;

    @Autowired
    private WorkQueues queues;

    protected final PlayedReleases releases = new PlayedReleases(() -> db, () -> queues);

    @Autowired
    protected TestClock clock;

    @TestConfiguration
    static class Seams {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        @Primary
        RememberedRegistrar rememberedRegistrar() {
            return new RememberedRegistrar();
        }
    }

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "doi");
        others = new PlayedServices(isolation.topics().create());
    }

    @BeforeEach
    void holdReleases() {
        releases.hold();
    }

    /** So much time passes for the service, and for what waits in its queues. */
    protected void forward(Duration time) {
        clock.forward(time);
        Queues.forward(db, time);
    }

    protected static TestTopics topics() {
        return isolation.topics();
    }

    /** Catalogue and ingest. */
    protected static PlayedServices others() {
        return others;
    }

    protected static ImageBuilder image() {
        return ImageBuilder.anImage();
    }

    protected static String staff() {
        return TestTokens.shared().staff(900);
    }

    protected static String member(long id) {
        return TestTokens.shared().member(id, "member" + id + "@example.org");
    }

    /** A private collection that the service has heard of with all its members. */
    protected Collection collection(long creator, String name, Image... held) {
        Collection collection = others.collection(creator, name, held);
        awaitHeard(collection, held.length);
        return collection;
    }

    protected void awaitHeard(Collection collection, int images) {
        Eventually.until(
                "the service has heard of " + collection.name(),
                () -> members.collection(collection.id()).block() != null
                        && members.ids(collection.id()).block().size() == images);
    }

    protected void awaitForeign(Collection collection) {
        Eventually.until(
                "the service knows of other owners",
                () -> members.obstacles(collection.id()).block().foreign().count() > 0);
    }

    protected static Map<String, Object> wish(Collection collection) {
        var wish = new HashMap<String, Object>();
        wish.put("collection_id", collection.id());
        wish.put("description", WORDS);
        return wish;
    }

    protected static Map<String, Object> wish(Collection collection, String field, Object value) {
        Map<String, Object> wish = wish(collection);
        wish.put(field, value);
        return wish;
    }

    /** The slug of a new draft. */
    protected String drafted(String token, Collection collection) {
        return post(token, DOIS, wish(collection)).get("slug").asString();
    }

    /** The value of a finished upload of these bytes. */
    protected String uploaded(long user, String name, byte[] bytes) {
        String key = BUCKET_FOLDER + user + "/" + name;
        blobs.put(isolation.privateBucket(), key, "application/pdf", new ByteArrayInputStream(bytes), bytes.length);
        return signed(user, UploadField.SUPPLEMENT, key, name, bytes.length);
    }

    protected static String signed(long user, UploadField field, String key, String name, long size) {
        var file = new UploadedFile(key, name, size);
        return new UploadSigner(Isolation.SECRET)
                .sign(new UploadClaim(
                        UploadClaim.Stage.FINISHED,
                        field,
                        file,
                        "upload",
                        user,
                        Instant.now().plusSeconds(600)));
    }

    protected WebTestClient.ResponseSpec send(HttpMethod method, String token, String path, @Nullable Object body) {
        var request = http.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build()
                .method(method)
                .uri(builder -> URI.create(builder.build() + path))
                .headers(h -> {
                    if (!token.isEmpty()) {
                        h.setBearerAuth(token);
                    }
                });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body instanceof String s ? s : JSON.writeValueAsString(body));
        }
        return request.exchange();
    }

    protected JsonNode get(String token, String path) {
        return json(send(HttpMethod.GET, token, path, null).expectStatus().isOk());
    }

    protected JsonNode post(String token, String path, @Nullable Object body) {
        return json(send(HttpMethod.POST, token, path, body).expectStatus().is2xxSuccessful());
    }

    protected JsonNode patch(String token, String path, Object body) {
        return json(send(HttpMethod.PATCH, token, path, body).expectStatus().isOk());
    }

    protected void discard(String token, String slug) {
        send(HttpMethod.DELETE, token, DOIS + slug + "/", null).expectStatus().isNoContent();
    }

    protected void refused(int status, String body, HttpMethod method, String token, String path, @Nullable Object in) {
        var answer = send(method, token, path, in).expectBody().returnResult();
        String text = new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
        assertThat(answer.getStatus().value() + " " + text)
                .startsWith(status + " ")
                .contains(body);
    }

    protected JsonNode doi(String token, String slug) {
        return get(token, DOIS + slug + "/");
    }

    /** Waits, the other services answering meanwhile. */
    protected JsonNode awaitState(String slug, String state) {
        Eventually.until(slug + " is " + state, () -> {
            others.answer();
            return doi(staff(), slug).get("state").asString().equals(state);
        });
        return doi(staff(), slug);
    }

    protected JsonNode awaitStep(String slug, String step) {
        Eventually.until(slug + " is at " + step, () -> {
            others.answer();
            return doi(staff(), slug).get("progress").get("step").asString().equals(step);
        });
        return doi(staff(), slug);
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }
}
