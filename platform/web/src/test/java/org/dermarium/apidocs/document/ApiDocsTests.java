package org.dermarium.apidocs.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dermarium.apidocs.Refuses;
import org.dermarium.apidocs.Sends;
import org.dermarium.input.OneOf;
import org.dermarium.web.JsonNull;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    record Mole(
            String name,
            int longestSide,
            List<String> isicIds,
            boolean issuedTwice,
            @Nullable String finding,
            @Nullable Place place,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
            String note) {}

    record Place(String side) {}

    record MoleIn(
            @NotNull @Size(min = 1, max = 9) String name,
            @Nullable @OneOf({"left", "right"}) String side,
            @Nullable Boolean pinned) {}

    @RestController
    static class Moles {
        @GetMapping("/api/v2/moles/")
        @Operation(summary = "List moles")
        Mono<Page<Mole>> list(Caller caller, PageRequest request) {
            return Mono.empty();
        }

        @PostMapping("/api/v2/moles/{id}/make-public/")
        @Operation(summary = "Make a mole public")
        Mono<Mole> makePublic(@PathVariable long id, @Staff Caller.Member staff, @RequestBody Mono<MoleIn> body) {
            return Mono.empty();
        }

        @DeleteMapping("/api/v2/moles/{id}/")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        @Refuses(403)
        @Operation(summary = "Remove a mole")
        Mono<Void> remove(@PathVariable long id, Caller.Member member) {
            return Mono.empty();
        }

        @PostMapping("/api/v2/moles/{id}/forget/")
        @Operation(summary = "Forget a mole")
        Mono<ResponseEntity<JsonNull>> forget(@PathVariable long id, Caller caller) {
            return JsonNull.after(Mono.empty());
        }

        @GetMapping("/api/v2/moles/mine/")
        @Operation(summary = "The caller's own moles")
        Mono<Mole> mine(Caller.Member member) {
            return Mono.empty();
        }

        @GetMapping("/api/v2/moles/{id}/photo/")
        @Operation(summary = "A photo")
        @Sends(value = "image/jpeg", inParts = true)
        @Refuses(410)
        Mono<Void> photo(@PathVariable long id) {
            return Mono.empty();
        }
    }

    @Autowired
    WebTestClient http;

    @Test
    void showsPagesAsTheirQueryParameters() {
        JsonNode parameters = document().at("/paths/~1api~1v2~1moles~1/get/parameters");

        assertThat(parameters.findValuesAsString("$ref"))
                .containsExactly("#/components/parameters/limit", "#/components/parameters/cursor");
        assertThat(document().at("/components/parameters/limit/schema/default").asInt())
                .isEqualTo(100);
        assertThat(document().at("/components/parameters/cursor/schema/type").asString())
                .isEqualTo("string");
    }

    @Test
    void showsNoCallerButTheTokenThatTellsHim() {
        JsonNode post = document().at("/paths/~1api~1v2~1moles~1{id}~1make-public~1/post");

        assertThat(post.at("/parameters").findValuesAsString("name")).containsExactly("id");
        assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asString())
                .isEqualTo("#/components/schemas/MoleIn");
        assertThat(post.at("/security").toString()).isEqualTo("[{\"bearer\":[]}]");
        assertThat(document().at("/paths/~1api~1v2~1moles~1/get/security").toString())
                .isEqualTo("[{\"bearer\":[]},{}]");
        assertThat(document().at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document().at("/components/schemas").propertyNames())
                .contains("Mole", "PageMole", "Problem")
                .noneMatch(name -> name.contains("Caller") || name.contains("PageRequest"));
    }

    @Test
    void namesTheRefusalsThatAnOperationMayMeet() {
        JsonNode paths = document().at("/paths");

        assertThat(paths.at("/~1api~1v2~1moles~1{id}~1make-public~1/post/responses")
                        .propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "404", "406", "409", "413", "415", "422", "429", "503");
        assertThat(paths.at("/~1api~1v2~1moles~1{id}~1/delete/responses").propertyNames())
                .containsExactlyInAnyOrder("204", "400", "401", "403", "404", "406", "422", "429", "503");
        assertThat(paths.at("/~1api~1v2~1moles~1/get/responses").propertyNames())
                .containsExactlyInAnyOrder("200", "406", "422", "429", "503");
        assertThat(paths.at("/~1api~1v2~1moles~1{id}~1photo~1/get/responses").propertyNames())
                .containsExactlyInAnyOrder("200", "206", "404", "406", "410", "416", "422", "429", "503");
    }

    @Test
    void namesMediaTypes() {
        JsonNode paths = document().at("/paths");

        assertThat(paths.at("/~1api~1v2~1moles~1/get/responses/200/content").propertyNames())
                .containsExactly("application/json");
        assertThat(paths.at("/~1api~1v2~1moles~1{id}~1photo~1/get/responses/200/content")
                        .propertyNames())
                .containsExactly("image/jpeg");
    }

    @Test
    void saysOfWhatIsSentThatAllIsThereAndWhatMayBeNull() {
        JsonNode mole = document().at("/components/schemas/Mole");

        assertThat(mole.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("name", "longest_side", "isic_ids", "issued_twice", "finding", "place");
        assertThat(mole.at("/properties/name/type").toString()).isEqualTo("\"string\"");
        assertThat(mole.at("/properties/finding/type").toString()).contains("null", "string");
        assertThat(mole.at("/properties/place/anyOf").toString()).contains("Place", "null");
    }

    @Test
    void saysOfWhatIsTakenWhatItNeedsAndWhatBoundsItHas() {
        JsonNode mole = document().at("/components/schemas/MoleIn");

        assertThat(mole.path("required").toString()).isEqualTo("[\"name\"]");
        assertThat(mole.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(mole.at("/properties/name/maxLength").asInt()).isEqualTo(9);
        assertThat(mole.at("/properties/side/anyOf/0/enum").toString()).isEqualTo("[\"left\",\"right\"]");
        assertThat(mole.at("/properties/pinned/type").toString()).contains("null", "boolean");
    }

    @Test
    void namesOperationsByTheirAddresses() {
        JsonNode paths = document().at("/paths");

        assertThat(paths.at("/~1api~1v2~1moles~1/get/operationId").asString()).isEqualTo("listMoles");
        assertThat(paths.at("/~1api~1v2~1moles~1{id}~1photo~1/get/operationId").asString())
                .isEqualTo("getMolePhoto");
        assertThat(paths.at("/~1api~1v2~1moles~1{id}~1make-public~1/post/operationId")
                        .asString())
                .isEqualTo("makeMolePublic");
    }

    @Test
    void givesEachBodyAnExample() {
        JsonNode body = document()
                .at("/paths/~1api~1v2~1moles~1{id}~1make-public~1/post/requestBody/content/application~1json/example");

        assertThat(body.propertyNames()).contains("name", "side");
    }

    @Test
    void namesFieldsAsTheWireDoes() {
        assertThat(document().at("/components/schemas/Mole/properties").propertyNames())
                .containsExactlyInAnyOrder("name", "longest_side", "isic_ids", "issued_twice", "finding", "place");
    }

    @Test
    void answersAsDocumentedWhoIsNobody() {
        http.post()
                .uri("/api/v2/moles/7/make-public/")
                .header("Content-Type", "application/json")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get().uri("/api/v2/moles/mine/").exchange().expectStatus().isUnauthorized();
        http.post()
                .uri("/api/v2/moles/7/forget/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("null");
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
