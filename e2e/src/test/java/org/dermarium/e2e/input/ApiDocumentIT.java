package org.dermarium.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dermarium.client.Api;
import org.dermarium.e2e.archive.DocumentedInput;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.openapi.ApiDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole document: by the rules of OpenAPI 3.1, and the one that the web app's types are made from. */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(13)
class ApiDocumentIT {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Path KEPT = Path.of("..", "docs", "openapi.json");
    private static final Path PRESENT = Path.of("target", "openapi.json");

    private final Api api;
    private JsonNode document;

    ApiDocumentIT(Api api) {
        this.api = api;
    }

    @BeforeAll
    void read() {
        document = DocumentedInput.document(api);
    }

    @Test
    void followsTheRulesOfOpenApi() {
        assertThat(new ApiDocument(document).faults()).isEmpty();
    }

    @Test
    void isTheOneThatIsKept() throws IOException {
        ObjectNode here = (ObjectNode) document.deepCopy();
        here.remove("servers");
        Files.writeString(PRESENT, JSON.writeValueAsString(JSON.treeToValue(here, Map.class)) + "\n");

        assertThat(here.equals(JSON.readTree(Files.readString(KEPT))))
                .as("The API is another than docs/openapi.json says. Look at the difference to e2e/target/openapi.json,"
                        + " tell of it in CHANGELOG.md, and copy it there.")
                .isTrue();
    }
}
