package org.dermarium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = ApiDocsTests.SmallService.class,
        properties = {
            "dermarium.public-url=http://127.0.0.1:8000",
            "dermarium.issuer=http://127.0.0.1:8000/oauth",
            "dermarium.jwks=http://127.0.0.1:1/jwks",
            "dermarium.s3.endpoint=http://127.0.0.1:1",
            "dermarium.s3.public-url=http://127.0.0.1:1",
            "dermarium.s3.access-key=nobody",
            "dermarium.s3.secret-key=nobody",
            "springdoc.api-docs.enabled=true",
            "spring.jackson.property-naming-strategy=SNAKE_CASE"
        })
@AutoConfigureWebTestClient(timeout = ApiDocsTests.PATIENCE)
class ApiDocsTests {

    /** The first request makes the document, which takes a slow machine its time. */
    static final String PATIENCE = "PT1M";

    @Configuration
    @EnableAutoConfiguration
    @Import(Moles.class)
    static class SmallService {}

    record Mole(String name, int longestSide, List<String> isicIds, boolean issuedTwice) {}

    @RestController
    static class Moles {
        @GetMapping("/moles/")
        Mono<Page<Mole>> list(Caller caller, PageRequest request) {
            return Mono.empty();
        }

        @PostMapping("/moles/{id}/make-public/")
        Mono<Mole> makePublic(@PathVariable long id, Caller caller, @RequestBody Mono<Mole> body) {
            return body;
        }
    }

    @Autowired
    WebTestClient http;

    @Test
    void showsPagesAsTheirQueryParameters() {
        JsonNode parameters = document().at("/paths/~1moles~1/get/parameters");

        assertThat(parameters.findValuesAsString("$ref"))
                .containsExactly("#/components/parameters/limit", "#/components/parameters/cursor");
        assertThat(document().at("/components/parameters/limit/schema/default").asInt())
                .isEqualTo(100);
        assertThat(document().at("/components/parameters/cursor/schema/type").asString())
                .isEqualTo("string");
    }

    @Test
    void showsNoCallerButTheTokenThatTellsHim() {
        JsonNode post = document().at("/paths/~1moles~1{id}~1make-public~1/post");

        assertThat(post.at("/parameters").findValuesAsString("name")).containsExactly("id");
        assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/Mole");
        assertThat(post.at("/security/0").has("bearer")).isTrue();
        assertThat(document().at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document().at("/components/schemas").propertyNames())
                .contains("Mole", "PageMole", "Problem")
                .noneMatch(name -> name.contains("Caller") || name.contains("PageRequest"));
    }

    @Test
    void namesTheRefusalsThatAnOperationMayMeet() {
        JsonNode paths = document().at("/paths");

        assertThat(paths.at("/~1moles~1{id}~1make-public~1/post/responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "404", "422", "503");
        assertThat(paths.at("/~1moles~1/get/responses").propertyNames())
                .containsExactlyInAnyOrder("200", "401", "422", "503");
        assertThat(document().at("/components/responses").propertyNames())
                .containsExactlyInAnyOrder("Refused", "Unauthorized", "NotFound", "Unprocessable", "Unavailable");
        assertThat(document()
                        .at(
                                "/components/responses/Unprocessable/content/application~1json/schema/properties/detail/type")
                        .asString())
                .isEqualTo("array");
    }

    @Test
    void namesFieldsAsTheWireDoes() {
        assertThat(document().at("/components/schemas/Mole/properties").propertyNames())
                .containsExactlyInAnyOrder("name", "longest_side", "isic_ids", "issued_twice");
    }

    @Test
    void readsASummaryFromTheMethodsName() {
        assertThat(document()
                        .at("/paths/~1moles~1{id}~1make-public~1/post/summary")
                        .asString())
                .isEqualTo("Make public");
    }

    private JsonNode document() {
        byte[] body = http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
