package org.dermarium.search;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dermarium.events.Collection;
import org.dermarium.events.Membership;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.testkit.server.TestTokens;
import org.dermarium.testkit.server.TestTopics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running search service in its own corner of the servers, and words for asking it. */
@SpringBootTest(classes = SearchApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@DirtiesContext
public abstract class SearchCase {

    protected static final String ANYBODY = "";
    protected static final long STAFF = 900;

    private static final JsonMapper JSON = new JsonMapper();

    private static Isolation isolation;

    @Autowired
    private WebTestClient http;

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "search");
        isolation.topics().create();
    }

    @BeforeEach
    protected void awaitIndex() {
        Eventually.await(
                "the index is ready",
                () -> http.get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    protected static TestTopics topics() {
        return isolation.topics();
    }

    protected static Isolation isolation() {
        return isolation;
    }

    /** The answer's body; the address may hold a query that is not encoded yet. */
    protected JsonNode get(String token, String path, Map<String, ?> parameters) {
        return body(exchange(token, path, parameters).expectStatus().isOk());
    }

    protected JsonNode search(String token, String query) {
        return get(token, "/api/v2/images/search/", Map.of("query", query));
    }

    protected long count(String token, String query) {
        return search(token, query).get("count").asLong();
    }

    protected JsonNode follow(String token, JsonNode link) {
        return body(send(token, URI.create(link.asString())).expectStatus().isOk());
    }

    protected WebTestClient.ResponseSpec exchange(String token, String path, Map<String, ?> parameters) {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            List<?> values = value instanceof List<?> several ? several : List.of(value);
            values.forEach(v -> address.queryParam(name, encoded(v.toString())));
        });
        return send(token, address.build(true).toUri());
    }

    protected WebTestClient http() {
        return http;
    }

    private WebTestClient.ResponseSpec send(String token, URI address) {
        String query = address.getRawQuery();
        return http.get()
                .uri(builder -> URI.create(builder.build() + address.getRawPath() + (query == null ? "" : "?" + query)))
                .headers(h -> {
                    if (!token.isEmpty()) {
                        h.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    protected static JsonNode body(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    protected static String staff() {
        return TestTokens.shared().staff(STAFF);
    }

    protected static String member(long id) {
        return TestTokens.shared().member(id, "member" + id + "@example.org");
    }

    protected static List<String> ids(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(r -> r.get("isic_id").asString())
                .toList();
    }

    protected static Membership membership(String isicId, long version, List<Long> collections, List<Long> sharedWith) {
        return new Membership(isicId, version, new TreeSet<>(collections), new TreeSet<>(sharedWith));
    }

    protected static Collection collection(long id, long version, boolean isPublic, long creator, Long... sharedWith) {
        SortedSet<Long> shares = new TreeSet<>(List.of(sharedWith));
        var at = Instant.parse("2026-01-01T00:00:00Z");
        return new Collection(
                id,
                version,
                "Collection " + id,
                "",
                isPublic,
                false,
                false,
                false,
                creator,
                shares,
                false,
                0,
                null,
                at,
                at);
    }

    protected static ImageBuilder image() {
        return ImageBuilder.anImage();
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }
}
