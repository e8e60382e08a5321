package org.dermarium.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionIT extends ChallengeCase {

    @Test
    void describesEveryRouteForPrograms() {
        JsonNode paths = document().get("paths");
        JsonNode handIn = paths.get("/api/v2/approaches/{id}/submissions/").get("post");
        assertThat(handIn.at("/requestBody/content").propertyNames()).contains("text/csv", "application/json");
        assertThat(paths.at("/~1api~1v2~1challenges~1/get/parameters").findValuesAsString("$ref"))
                .contains("#/components/parameters/cursor");
        paths.forEachEntry((path, operations) -> operations.forEachEntry(
                (method, operation) -> assertThat(operation.get("summary").asString())
                        .as(method + " " + path)
                        .isNotBlank()));
    }

    @Test
    void hasNoRouteThatReadsATruth() {
        JsonNode truth = document().get("paths").get("/api/v2/tasks/{id}/truth/");
        assertThat(truth.propertyNames()).containsExactly("put");
    }

    private JsonNode document() {
        byte[] json = http().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new JsonMapper().readTree(json);
    }
}
