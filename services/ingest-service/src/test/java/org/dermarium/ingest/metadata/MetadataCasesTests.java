package org.dermarium.ingest.metadata;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.testkit.SharedFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reference library was seen to answer, row by row. */
class MetadataCasesTests {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> answersAsTheReferenceDoes() {
        JsonNode cases = JSON.readTree(SharedFolder.file("cases/metadata-cases.json"));
        return cases.get("row_cases").properties().stream()
                .flatMap(group -> group.getValue()
                        .valueStream()
                        .map(row -> dynamicTest(group.getKey() + " " + row.get("input"), () -> check(row))));
    }

    @Test
    void checksRulesOverManyRows() {
        abort("rules over many rows (one lesion, one patient; one RCM case) come with later work");
    }

    private static void check(JsonNode row) {
        Parsed parsed = MetadataRow.parse(map(row.get("input")));
        if (row.has("crash")) {
            assertThat(parsed.valid()).as("ours does not crash").isTrue();
            return;
        }
        assertThat(parsed.problems()).extracting(MetadataProblem::code).isEqualTo(texts(row, "code"));
        assertThat(parsed.problems()).extracting(MetadataProblem::message).isEqualTo(texts(row, "friendly"));
        assertThat(parsed.problems()).extracting(MetadataProblem::column).isEqualTo(texts(row, "field"));
        if (parsed.valid()) {
            assertThat(asText(parsed.fields())).isEqualTo(asText(map(row.get("output"))));
            assertThat(parsed.unstructured()).isEqualTo(asText(map(row.get("unstructured"))));
            assertThat(MetadataRow.parse(parsed.fields()).fields())
                    .as("reading the result again gives the same")
                    .isEqualTo(parsed.fields());
        }
    }

    private static List<String> texts(JsonNode row, String key) {
        return row.path("errors")
                .valueStream()
                .map(error -> error.get(key).isNull() ? null : error.get(key).asString())
                .toList();
    }

    private static Map<String, Object> map(JsonNode object) {
        return object == null
                ? Map.of()
                : JSON.convertValue(object, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static SortedMap<String, String> asText(Map<String, ?> values) {
        return values.entrySet().stream()
                .collect(
                        toMap(Map.Entry::getKey, value -> String.valueOf(value.getValue()), (a, _) -> a, TreeMap::new));
    }
}
