package org.dermarium.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ApiDocumentTests {

    private static final String IMAGE = "{\"type\":\"object\",\"properties\":{\"isic_id\":{\"type\":\"string\"}}}";
    private static final String MOLE = "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}";

    private final ApiDocument document = new ApiDocument(URI.create("http://archive.example"));

    @Test
    void leavesOutWhatTheGatewayKeepsInside() {
        document.add("identity", service("list", "/oauth/token/", MOLE));
        document.add("search", service("health", "/actuator/health", MOLE));
        document.add("search", service("demo", "/oauth/demo-token", MOLE));
        document.add("catalog", service("images", "/api/v2/images/", MOLE));

        assertThat(whole().at("/paths").propertyNames()).containsExactlyInAnyOrder("/oauth/token/", "/api/v2/images/");
    }

    @Test
    void keepsOnceWhatServicesDefineAlike() {
        document.add("search", service("search", "/api/v2/images/search/", IMAGE));
        document.add("catalog", service("images", "/api/v2/images/", IMAGE));

        assertThat(whole().at("/components/schemas").propertyNames()).containsExactlyInAnyOrder("Out", "PageOut");
    }

    @Test
    void tellsApartWhatOnlySharesAName() {
        document.add("search", service("search", "/api/v2/images/search/", IMAGE));
        document.add("catalog", service("images", "/api/v2/images/", MOLE));

        JsonNode whole = whole();
        assertThat(whole.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("Out", "PageOut", "CatalogOut", "CatalogPageOut");
        assertThat(whole.at("/components/schemas/CatalogOut/properties").has("name"))
                .isTrue();
        assertThat(whole.at("/components/schemas/CatalogPageOut").findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/CatalogOut");
        assertThat(whole.at("/paths/~1api~1v2~1images~1/get").findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/CatalogPageOut");
        assertThat(whole.at("/paths/~1api~1v2~1images~1search~1/get").findValuesAsString("$ref"))
                .containsExactly("#/components/schemas/PageOut");
    }

    @Test
    void groupsOperationsByWhatTheyAreAboutAndNamesEachOnce() {
        document.add("search", service("list", "/api/v2/images/search/", IMAGE));
        document.add("catalog", service("list", "/api/v2/collections/", IMAGE));

        JsonNode paths = whole().at("/paths");
        assertThat(paths.at("/~1api~1v2~1images~1search~1/get/tags/0").asString())
                .isEqualTo("images");
        assertThat(paths.at("/~1api~1v2~1collections~1/get/tags/0").asString()).isEqualTo("collections");
        assertThat(paths.findValuesAsString("operationId")).containsExactlyInAnyOrder("list", "catalog_list");
    }

    @Test
    void saysWhatItIsAndWhatItMisses() {
        JsonNode whole = document.with(List.of("ingest"));

        assertThat(whole.at("/openapi").asString()).isEqualTo("3.1.0");
        assertThat(whole.at("/info/title").asString()).isEqualTo("Dermarium");
        assertThat(whole.at("/info/version").asString()).isEqualTo("v2");
        assertThat(whole.at("/servers/0/url").asString()).isEqualTo("http://archive.example");
        assertThat(whole.at("/x-missing/0").asString()).isEqualTo("ingest");
        assertThat(whole().has("x-missing")).isFalse();
    }

    private ObjectNode whole() {
        return document.with(List.of());
    }

    /** A service with one operation, which answers a page of things of this schema. */
    private static ObjectNode service(String operation, String path, String out) {
        return (ObjectNode) JsonMapper.shared().readTree("""
                {"openapi": "3.1.0", "paths": {"%s": {"get": {"operationId": "%s", "tags": ["some-controller"],
                  "responses": {"200": {"content": {"application/json":
                    {"schema": {"$ref": "#/components/schemas/PageOut"}}}}}}}},
                 "components": {"schemas": {"Out": %s,
                   "PageOut": {"properties": {"results": {"items": {"$ref": "#/components/schemas/Out"}}}}}}}
                """.formatted(path, operation, out));
    }
}
