package org.dermarium.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dermarium.blobs.BlobStore;
import org.dermarium.catalog.image.Images;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.testkit.server.TestTokens;
import org.dermarium.testkit.server.TestTopics;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running catalog in its own corner of the servers, and words for speaking with it. */
@SpringBootTest(classes = CatalogApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
@DirtiesContext
public abstract class CatalogCase {

    protected static final String ANYBODY = "";
    protected static final Caller STAFF = new Caller.Member(900, "staff900@example.org", "Staff", true);

    private static final JsonMapper JSON = new JsonMapper();

    private static Isolation isolation;

    @Autowired
    private WebTestClient http;

    @Autowired
    private Images images;

    @Autowired
    protected BlobStore blobs;

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "catalog");
        isolation.topics().create();
    }

    protected static Isolation isolation() {
        return isolation;
    }

    protected static TestTopics topics() {
        return isolation.topics();
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

    /** Sends the images' states, and who owns them, and waits until the catalogue has them all. */
    protected void published(Image... states) {
        topics().publish(EventType.CONTRIBUTOR_CREATED, contributors(states));
        topics().publish(EventType.IMAGE_PUBLISHED, states);
        List<String> ids = Arrays.stream(states).map(Image::isicId).toList();
        Eventually.until(
                "the catalogue has " + ids.size() + " images",
                () -> images.publicity(STAFF, ids).block().size() == ids.size());
        Arrays.stream(states).filter(CatalogCase::isOwned).forEach(image -> {
            Caller owner = new Caller.Member(image.contributor().id(), "", "", false);
            Eventually.until(
                    "its owner sees " + image.isicId(),
                    () -> images.find(owner, image.isicId()).hasElement().block());
        });
    }

    protected static Contributor[] contributors(Image... states) {
        return Arrays.stream(states)
                .filter(CatalogCase::isOwned)
                .map(ImageBuilder::contributorOf)
                .distinct()
                .toArray(Contributor[]::new);
    }

    private static boolean isOwned(Image image) {
        return image.contributor().id() > 0;
    }

    protected void registered(long... ids) {
        User[] users = Arrays.stream(ids)
                .mapToObj(id ->
                        new User(id, 1, "member" + id + "@example.org", "Ada", "No " + id, false, true, Instant.EPOCH))
                .toArray(User[]::new);
        topics().publish(EventType.USER_REGISTERED, users);
    }

    protected WebTestClient.ResponseSpec send(HttpMethod method, String token, String path, @Nullable Object body) {
        var request = http.method(method)
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

    protected JsonNode post(String token, String path, Object body) {
        return json(send(HttpMethod.POST, token, path, body).expectStatus().is2xxSuccessful());
    }

    protected void refused(int status, String body, HttpMethod method, String token, String path, @Nullable Object in) {
        var answer = send(method, token, path, in).expectStatus().isEqualTo(status);
        String text = new String(answer.expectBody().returnResult().getResponseBodyContent(), StandardCharsets.UTF_8);
        assertThat(text).contains(body);
    }

    protected int status(String token, String path) {
        return send(HttpMethod.GET, token, path, null)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** The same request on the address that a page links to. */
    protected JsonNode follow(String token, JsonNode link) {
        URI address = URI.create(link.asString());
        return get(token, address.getRawPath() + "?" + address.getRawQuery());
    }

    /** One whose full image lies in the storage, as {@link #bytes} makes it. */
    protected Image stored(ImageBuilder builder, boolean isPublic, long owner) {
        Image draft = (isPublic ? builder.published() : builder.embargoed())
                .ownedBy(owner)
                .build();
        byte[] bytes = bytes(draft.id());
        String bucket = isPublic ? isolation().publicBucket() : isolation().privateBucket();
        String key = "images/" + draft.isicId() + ".jpg";
        var in = new ByteArrayInputStream(bytes);
        StoredObject full = isPublic
                ? blobs.putPublic(bucket, key, "image/jpeg", in, bytes.length)
                : blobs.put(bucket, key, "image/jpeg", in, bytes.length);
        return ImageBuilder.withFull(draft, full);
    }

    protected static byte[] bytes(long seed) {
        return LesionImages.jpeg(seed, 96, 72);
    }

    protected WebTestClient http() {
        return http;
    }

    protected long collection(String token, String name, Image... members) {
        List<String> ids = Arrays.stream(members).map(Image::isicId).toList();
        return post(token, "/api/v2/collections/create-from-isic-ids/", Map.of("name", name, "isic_ids", ids))
                .get("collection_id")
                .asLong();
    }

    protected static List<String> ids(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(r -> r.get("isic_id").asString())
                .toList();
    }

    protected static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }
}
