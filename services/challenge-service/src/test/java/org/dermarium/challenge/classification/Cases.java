package org.dermarium.challenge.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.challenge.table.UnusableTable;
import org.dermarium.testkit.SharedFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vectors that may not be shipped, found beside the project; tests on them are skipped where they are absent. */
public final class Cases {

    public static final Offset<Double> EXACT = within(1e-12);

    private static final JsonMapper JSON = new JsonMapper();

    private Cases() {}

    public static Path shared(String name) {
        return SharedFolder.file(name);
    }

    public static JsonNode json(String name) {
        return JSON.readTree(shared(name).toFile());
    }

    public static JsonNode cases(String pointer) {
        return json("cases/challenge-cases.json").at(pointer);
    }

    /** The records of a file, each as a test of its own name. */
    public static Stream<DynamicTest> records(String name, Function<JsonNode, Executable> test) throws IOException {
        return Files.lines(shared("cases/recordings-challenge/" + name))
                .map(JSON::readTree)
                .map(record -> DynamicTest.dynamicTest(record.get("id").asString(), test.apply(record)));
    }

    public static InputStream text(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of a case or recording: as text, Base64 or hex. */
    public static byte[] bytes(JsonNode file) {
        for (String name : List.of("text", "csv")) {
            if (file.hasNonNull(name)) {
                return file.get(name).asString().getBytes(StandardCharsets.UTF_8);
            }
        }
        return file.hasNonNull("base64")
                ? Base64.getDecoder().decode(file.get("base64").asString())
                : HexFormat.of().parseHex(file.get("csv_bytes_hex").asString());
    }

    public static Truth truth(String name) throws Exception {
        try (var in = Files.newInputStream(shared(name))) {
            return Truth.read(in);
        }
    }

    public static Score score(Truth truth, String metric, byte[] csv) throws Exception {
        var predictions = Predictions.read(new ByteArrayInputStream(csv), truth);
        return new ScoreClassification(truth, Metric.named(metric)).score(predictions);
    }

    /** Every number of the reference's document is in ours. */
    public static void assertSame(JsonNode expected, Score score) {
        JsonNode ours = JSON.valueToTree(score);
        for (String part : List.of("overall", "validation", "per_category", "macro_average", "aggregate")) {
            if (expected.has(part)) {
                assertSame(part, expected.get(part), ours.get(part));
            }
        }
    }

    private static void assertSame(String at, JsonNode expected, JsonNode ours) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> e : expected.properties()) {
                assertSame(at + "." + e.getKey(), e.getValue(), ours.get(e.getKey()));
            }
        } else {
            assertThat(ours.asDouble()).as(at).isCloseTo(expected.asDouble(), EXACT);
        }
    }

    /** The file is refused, and the first reason is of the same kind; ours has shorter lists and names the places. */
    public static UnusableTable assertRefused(Truth truth, byte[] csv, String theirs) {
        var ours =
                catchThrowableOfType(UnusableTable.class, () -> Predictions.read(new ByteArrayInputStream(csv), truth));
        assertThat(ours).as(theirs).isNotNull();
        assertThat(ours.problems().getFirst().message()).startsWith(kind(theirs));
        return ours;
    }

    private static String kind(String message) {
        String list = ": [";
        int end = message.startsWith("Could not parse CSV: \"") ? message.indexOf('"') : message.indexOf(list);
        return end < 0 ? message : message.substring(0, end);
    }
}
