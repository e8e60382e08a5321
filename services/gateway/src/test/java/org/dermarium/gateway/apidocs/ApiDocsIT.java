package org.dermarium.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.gateway.RunningGateway;
import org.dermarium.gateway.Upstream;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocsIT extends RunningGateway {

    private static final String DOCUMENT = "/api/v2/openapi.json";

    @Test
    void describesTheServicesThatAnswerAndKeepsTheWholeForAWhile() {
        describe(CATALOG, "/api/v2/collections/");
        describe(SEARCH, "/api/v2/images/search/");
        describe(IDENTITY, "/api/v2/users/me/");
        INGEST.behave((request, response) -> response.status(500).send());

        JsonNode partial = read();
        assertThat(partial.at("/x-missing").toString()).isEqualTo("[\"ingest\"]");
        assertThat(partial.at("/paths").propertyNames())
                .containsExactlyInAnyOrder("/api/v2/collections/", "/api/v2/images/search/", "/api/v2/users/me/");
        assertThat(partial.at("/servers/0/url").asString()).isEqualTo(PUBLIC_URL);

        describe(INGEST, "/api/v2/cohorts/");
        Eventually.until("ingest is in", () -> !read().has("x-missing"));
        int asked = INGEST.seen().size();
        var answer = send("GET", DOCUMENT, "Origin", "https://tools.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        assertThat(INGEST.seen()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/", "/api/docs", "/api/docs/", "/api/docs/swagger/"})
    void sendsPeopleToThePage(String path) {
        var answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api");
        assertThat(send("GET", "/api").statusCode()).isEqualTo(200);
    }

    private JsonNode read() {
        return JsonMapper.shared().readTree(send("GET", DOCUMENT).body());
    }

    private static void describe(Upstream service, String path) {
        service.behave((request, response) -> response.header("Content-Type", "application/json")
                .sendString(Mono.just("{\"openapi\":\"3.1.0\",\"paths\":{\"" + path + "\":{\"get\":{}}}}"))
                .then());
    }
}
