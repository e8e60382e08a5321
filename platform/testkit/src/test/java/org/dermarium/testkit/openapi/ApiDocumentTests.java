package org.dermarium.testkit.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentTests {

    private static final String MOLE = "/moles/7/";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String DOCUMENT = """
            {"openapi": "3.1.0", "info": {"title": "Moles", "version": "1"},
             "paths": {"/moles/{id}/": {"get": {"operationId": "getMole", "summary": "A mole",
               "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
               "responses": {
                 "200": {"description": "OK", "content": {"application/json":
                   {"schema": {"$ref": "#/components/schemas/Mole"}}}},
                 "404": {"$ref": "#/components/responses/NotFound"}}}}},
             "components": {
               "responses": {"NotFound": {"description": "Not there", "content": {"application/json":
                 {"schema": {"type": "object", "properties": {"detail": {"type": "string"}}, "required": ["detail"]}}}}},
               "schemas": {"Mole": {"type": "object", "required": ["name", "finding"], "properties": {
                 "name": {"type": "string"}, "finding": {"type": ["string", "null"]}}}}}}
            """;

    private final ApiDocument document = read(DOCUMENT);

    @Test
    void takesWhatIsDocumented() {
        assertThat(document.faults()).isEmpty();
        assertThat(answer(200, JSON, "{\"name\": \"A\", \"finding\": null}")).isEmpty();
        assertThat(answer(404, JSON, "{\"detail\": \"Not Found\"}")).isEmpty();
    }

    @Test
    void refusesStatusesMediaTypesAndFieldsThatAreNot() {
        assertThat(answer(410, JSON, "{\"detail\": \"Gone\"}"))
                .singleElement()
                .asString()
                .contains("410 is not");
        assertThat(answer(200, "text/csv", "name\nA\n"))
                .singleElement()
                .asString()
                .contains("text/csv is not");
        assertThat(answer(200, JSON, "{\"name\": \"A\"}"))
                .singleElement()
                .asString()
                .contains("finding");
        assertThat(answer(200, JSON, "{\"name\": null, \"finding\": null}"))
                .singleElement()
                .asString()
                .contains("name");
        assertThat(answer(200, JSON, "{\"name\": \"A\", \"finding\": null, \"age\": 3}"))
                .singleElement()
                .asString()
                .contains("age");
    }

    @Test
    void namesWhatIsWrongWithTheDocumentItself() {
        assertThat(read(DOCUMENT.replace("\"summary\": \"A mole\",", "")).faults())
                .containsExactly("GET /moles/{id}/ has no summary");
        assertThat(read(DOCUMENT.replace("\"title\": \"Moles\", ", "")).faults())
                .isNotEmpty();
        assertThat(read(DOCUMENT.replace(
                                "\"required\": true, \"schema\": {\"type\": \"integer\"}", "\"required\": true"))
                        .faults())
                .isNotEmpty();
        assertThat(read(DOCUMENT.replace("\"type\": [\"string\", \"null\"]", "\"type\": \"word\""))
                        .faults())
                .isNotEmpty();
    }

    private List<String> answer(int status, String type, String body) {
        return document.faults("GET", MOLE, status, type, body.getBytes(UTF_8));
    }

    private static ApiDocument read(String document) {
        return new ApiDocument(JsonMapper.shared().readTree(document));
    }
}
