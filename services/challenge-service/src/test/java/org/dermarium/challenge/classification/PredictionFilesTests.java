package org.dermarium.challenge.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dermarium.challenge.table.UnusableTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/** Which prediction files the reference takes, and which it refuses for what. */
class PredictionFilesTests {

    private static final String MADE_ELSEWHERE = "the recording has neither this file nor how to make it";

    /** The scorer alone refuses it; the running site translates line ends first and scores it, as ours does. */
    private static final String LINES_END_IN_CARRIAGE_RETURNS = "CR only";

    /** Records whose file cannot be had. */
    private static final Map<String, String> NOT_RECORDED = Map.of(
            "weights and metrics: Gamma dice file 5", MADE_ELSEWHERE,
            "weights and metrics: Gamma live file 30", MADE_ELSEWHERE,
            "weights and metrics: Gamma dice file 30", MADE_ELSEWHERE);

    @TestFactory
    Stream<DynamicTest> readsEveryFileLikeTheReference() {
        return Cases.cases("/csv_parsing/cases")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> readsLike(c)));
    }

    private static void readsLike(JsonNode c) throws Exception {
        boolean isCarriageReturns = c.get("name").asString().equals(LINES_END_IN_CARRIAGE_RETURNS);
        boolean isGood = c.get("outcome").asString().equals("ok");
        List<String> ids = isGood ? strings(c.get("ids")) : isCarriageReturns ? List.of("a", "b") : List.of();
        Truth truth = truthOf(ids, strings(c.get("categories")));
        if (isCarriageReturns) {
            var predictions = Predictions.read(new ByteArrayInputStream(Cases.bytes(c)), truth);
            assertThat(predictions.of(0)).containsExactly(0.1, 0.1);
        } else if (isGood) {
            var predictions = Predictions.read(new ByteArrayInputStream(Cases.bytes(c)), truth);
            for (int r = 0; r < ids.size(); r++) {
                for (int k = 0; k < truth.categories().size(); k++) {
                    assertThat(predictions.of(k)[r])
                            .isEqualTo(c.get("values").get(r).get(k).asDouble());
                }
            }
        } else {
            Cases.assertRefused(truth, Cases.bytes(c), c.get("message").asString());
        }
    }

    @Test
    void refusesOneEndlessLine() {
        String numbers = "0.5,".repeat(10_000);
        Cases.assertRefused(
                truthOf(List.of(), List.of("MEL")),
                ("image,MEL\n" + numbers).getBytes(StandardCharsets.UTF_8),
                "No newlines detected in CSV.");
    }

    @TestFactory
    Stream<DynamicTest> matchesRowsLikeTheReference() {
        return Cases.cases("/row_match")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.get("prediction").toString(), () -> matchesLike(c)));
    }

    private static void matchesLike(JsonNode c) throws Exception {
        var csv = new StringBuilder("image,MEL\n");
        strings(c.get("prediction")).forEach(id -> csv.append(id).append(",0.5\n"));
        Truth truth = truthOf(strings(c.get("truth")), List.of("MEL"));
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        if (c.get("outcome").asString().equals("ok")) {
            Predictions.read(new ByteArrayInputStream(bytes), truth);
            return;
        }
        UnusableTable refused =
                Cases.assertRefused(truth, bytes, c.get("message").asString());
        assertThat(refused.problems().getFirst().message())
                .isEqualTo(c.get("message").asString());
    }

    @TestFactory
    Stream<DynamicTest> answersEveryRecordedSubmission() throws IOException {
        return Cases.records("challenge-csv.ndjson", PredictionFilesTests::answersLike);
    }

    private static Executable answersLike(JsonNode record) {
        return () -> {
            JsonNode file = record.at("/form/test_prediction_file");
            String whyNot = NOT_RECORDED.get(record.get("id").asString());
            if (whyNot != null) {
                throw new TestAbortedException(whyNot);
            }
            byte[] csv = file.has("made") ? made(file.get("made").asString()) : Cases.bytes(file);
            assertThat(csv).hasSize(file.get("bytes").asInt());
            boolean isTiny = record.get("path").asString().contains("Gamma tiny");
            Truth truth = Cases.truth(
                    isTiny
                            ? "cases/recordings-challenge/files/truth-tiny.csv"
                            : "data/challenge/example_groundtruth.csv");
            JsonNode scored = record.get("scored");
            if (scored.get("status").asString().equals("succeeded")) {
                Cases.assertSame(scored.get("score"), Cases.score(truth, isTiny ? "balanced_accuracy" : "auc", csv));
            } else {
                Cases.assertRefused(truth, csv, scored.get("fail_reason").asString());
            }
        };
    }

    private static byte[] made(String how) throws IOException {
        String example = Files.readString(Cases.shared("data/challenge/example_prediction.csv"));
        int second = example.indexOf('\n') + 1;
        int third = example.indexOf('\n', second) + 1;
        String text = switch (how) {
            case "example_prediction.csv" -> example;
            case "example_prediction.csv without its second line" ->
                example.substring(0, second) + example.substring(third);
            case "example_prediction.csv followed by its data lines again" -> example + example.substring(second);
            default -> throw new IllegalArgumentException(how);
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Truth truthOf(List<String> ids, List<String> categories) {
        var ones = new double[ids.size()];
        Arrays.fill(ones, 1);
        return new Truth(ids, categories, new boolean[categories.size()][ids.size()], ones, ones);
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
