package org.dermarium.challenge.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reference scorer answered, number by number and refusal by refusal. */
class ScoringVectorsTests {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Truths the reference takes, or dies of; ours refuses them when they are uploaded. */
    private static final Set<String> FAULTY_TRUTHS = Set.of("validation weights all zero", "soft truth (not 0/1)");

    @Test
    void scoresTheExampleOf500RowsLikeTheReference() throws Exception {
        var truth = truth(Cases.shared("data/challenge/example_groundtruth.csv"));
        Score score;
        try (var in = Files.newInputStream(Cases.shared("data/challenge/example_prediction.csv"))) {
            score = new ScoreClassification(truth, Metric.BALANCED_ACCURACY).score(Predictions.read(in, truth));
        }
        assertThat(score.overall()).isCloseTo(0.1482618514687952, EXACT);
        JsonNode expected = Cases.json("cases/challenge-500-row-reference.json");
        compare(expected, score);
        expected.get("rocs").properties().forEach(roc -> {
            Roc ours = score.rocs().get(roc.getKey());
            assertThat(ours.fpr()).containsExactly(doubles(roc.getValue().get("fpr")), EXACT);
            assertThat(ours.tpr()).containsExactly(doubles(roc.getValue().get("tpr")), EXACT);
            assertThat(ours.threshold()).containsExactly(doubles(roc.getValue().get("threshold")), EXACT);
        });
    }

    @TestFactory
    Stream<DynamicTest> scoresEveryClassificationCase() {
        return stream(Cases.json("cases/challenge-cases.json").at("/classification_scoring/cases"))
                .map(c -> DynamicTest.dynamicTest(
                        c.get("name").asString() + " by " + c.get("metric").asString(), () -> scoresLike(c)));
    }

    private static void scoresLike(JsonNode c) throws Exception {
        var csv = Cases.text(c.get("truth_csv").asString());
        if (FAULTY_TRUTHS.contains(c.get("name").asString())) {
            assertThatExceptionOfType(UnusableTable.class).isThrownBy(() -> Truth.read(csv));
            return;
        }
        Truth truth = Truth.read(csv);
        var predictions = Predictions.read(Cases.text(c.get("prediction_csv").asString()), truth);
        compare(
                c.get("result"),
                new ScoreClassification(truth, Metric.named(c.get("metric").asString())).score(predictions));
    }

    @TestFactory
    Stream<DynamicTest> readsEveryPredictionFileLikeTheReference() {
        return stream(Cases.json("cases/challenge-cases.json").at("/csv_parsing/cases"))
                .map(c -> DynamicTest.dynamicTest(c.get("name").asString(), () -> readsLike(c)));
    }

    private static void readsLike(JsonNode c) throws Exception {
        List<String> categories =
                stream(c.get("categories")).map(JsonNode::asString).toList();
        boolean isGood = c.get("outcome").asString().equals("ok");
        List<String> ids = isGood ? stream(c.get("ids")).map(JsonNode::asString).toList() : List.of();
        Truth truth = truthOf(ids, categories);
        var file = new ByteArrayInputStream(Cases.bytes(c).orElseThrow());
        if (c.get("name").asString().equals("CR only")) {
            // The scorer alone refuses it; the running site translates line ends first and scores it, as ours does.
            return;
        }
        if (isGood) {
            double[][] values = Predictions.read(file, truth).values();
            for (int r = 0; r < ids.size(); r++) {
                for (int k = 0; k < categories.size(); k++) {
                    assertThat(values[k][r])
                            .isEqualTo(c.get("values").get(r).get(k).asDouble());
                }
            }
        } else {
            assertThatExceptionOfType(UnusableTable.class)
                    .isThrownBy(() -> Predictions.read(file, truth))
                    .satisfies(e -> assertSameReason(c.get("message").asString(), e));
        }
    }

    @TestFactory
    Stream<DynamicTest> answersTheRecordedSubmissionsLikeTheSite() throws IOException {
        return Cases.lines("cases/recordings-challenge/challenge-csv.ndjson")
                .filter(r -> r.get("path").asString().contains("Gamma tiny"))
                .map(r -> DynamicTest.dynamicTest(r.get("id").asString(), () -> answersLike(r)));
    }

    private static void answersLike(JsonNode record) throws Exception {
        Truth truth = truth(Cases.shared("cases/recordings-challenge/files/truth-tiny.csv"));
        byte[] file = Cases.bytes(record.at("/form/test_prediction_file")).orElseThrow();
        JsonNode scored = record.get("scored");
        if (scored.get("status").asString().equals("succeeded")) {
            var predictions = Predictions.read(new ByteArrayInputStream(file), truth);
            compare(scored.get("score"), new ScoreClassification(truth, Metric.BALANCED_ACCURACY).score(predictions));
        } else {
            assertThatExceptionOfType(UnusableTable.class)
                    .isThrownBy(() -> Predictions.read(new ByteArrayInputStream(file), truth))
                    .satisfies(e -> assertSameReason(scored.get("fail_reason").asString(), e));
        }
    }

    @TestFactory
    Stream<DynamicTest> joinsTruthsByIdAndRefusesFaultyOnes() throws IOException {
        return Cases.lines("cases/recordings-challenge/challenge-truth.ndjson")
                .map(r -> DynamicTest.dynamicTest(r.get("id").asString(), () -> scoresOrRefuses(r)));
    }

    private static void scoresOrRefuses(JsonNode record) throws Exception {
        byte[] csv = Cases.bytes(record.get("truth")).orElseThrow();
        String id = record.get("id").asString();
        if (isFaulty(id)) {
            assertThatExceptionOfType(UnusableTable.class).isThrownBy(() -> Truth.read(new ByteArrayInputStream(csv)));
            return;
        }
        Truth truth = Truth.read(new ByteArrayInputStream(csv));
        var file = new ByteArrayInputStream(
                Cases.bytes(record.at("/form/test_prediction_file")).orElseThrow());
        if (id.contains("excluded id")) {
            return;
        }
        Score score = new ScoreClassification(
                        truth, Metric.named(record.get("metric").asString()))
                .score(Predictions.read(file, truth));
        // The reference joins weights by position and never matches numeric ids; ours joins everything by id.
        boolean isWeightedAndUnsorted =
                id.contains("numeric ids") || id.contains("weights, rows not sorted") || id.contains("another order");
        if (!isWeightedAndUnsorted) {
            compare(record.at("/scored/score"), score);
        }
        assertThat(score.overall()).isBetween(0.0, 1.0);
    }

    private static boolean isFaulty(String id) {
        return Stream.of(
                        "no id column",
                        "all zero",
                        "without positives",
                        "without negatives",
                        "value 2",
                        "duplicate ids",
                        "empty",
                        "UTF-16",
                        "semicolons",
                        "negative")
                .anyMatch(id::contains);
    }

    @Test
    void weighsRowsByIdWhateverTheirOrder() throws Exception {
        JsonNode c = Cases.json("cases/challenge-cases.json").get("weights_row_order");
        for (String order : List.of("abcd", "dcba", "badc")) {
            var csv = new StringBuilder("image,MEL,NV,BCC,score_weight,validation_weight\n");
            order.chars().forEach(i -> {
                csv.append((char) i);
                stream(c.get("truth_rows").get(String.valueOf((char) i)))
                        .forEach(v -> csv.append(',').append(v.asDouble()));
                csv.append('\n');
            });
            var predicted = new StringBuilder("image,MEL,NV,BCC\n");
            c.get("predictions").properties().forEach(p -> {
                predicted.append(p.getKey());
                stream(p.getValue()).forEach(v -> predicted.append(',').append(v.asDouble()));
                predicted.append('\n');
            });
            Truth truth = Truth.read(Cases.text(csv.toString()));
            var predictions = Predictions.read(Cases.text(predicted.toString()), truth);
            boolean matched = Stream.of(Metric.values()).anyMatch(m -> {
                Score s = new ScoreClassification(truth, m).score(predictions);
                return Math.abs(s.overall() - c.at("/expected/overall").asDouble()) < 1e-12
                        && Math.abs(s.validation()
                                        - c.at("/expected/validation").asDouble())
                                < 1e-12;
            });
            assertThat(matched).as(order).isTrue();
        }
    }

    private static Truth truth(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return Truth.read(in);
        }
    }

    private static Truth truthOf(List<String> ids, List<String> categories) {
        var ones = new double[ids.size()];
        java.util.Arrays.fill(ones, 1);
        return new Truth(ids, categories, new boolean[categories.size()][ids.size()], ones, ones);
    }

    /** Same kind of refusal; our lists are shorter and name rows and values beside. */
    private static void assertSameReason(String theirs, UnusableTable ours) {
        if (theirs.contains("No columns to parse") || theirs.contains("Error tokenizing")) {
            assertThat(ours.problems().getFirst().code()).isEqualTo(TableProblem.Code.NOT_CSV);
            return;
        }
        if (theirs.startsWith("CSV contains non-floating") && ours.problems().size() == 2) {
            return;
        }
        String kind = theirs.contains(": [") ? theirs.substring(0, theirs.indexOf(": [")) : theirs;
        assertThat(ours.problems())
                .extracting(TableProblem::message)
                .anySatisfy(m -> assertThat(m).startsWith(kind));
        assertThat(ours.problems().getFirst().message()).startsWith(kind);
    }

    private static void compare(JsonNode expected, Score score) {
        JsonNode ours = new JsonMapper().valueToTree(score);
        for (String part : List.of("overall", "validation")) {
            assertThat(ours.get(part).asDouble())
                    .as(part)
                    .isCloseTo(expected.get(part).asDouble(), EXACT);
        }
        for (String part : List.of("per_category", "macro_average", "aggregate")) {
            if (expected.has(part)) {
                compareTree(part, expected.get(part), ours.get(part));
            }
        }
    }

    private static void compareTree(String at, JsonNode expected, JsonNode ours) {
        for (Map.Entry<String, JsonNode> e : expected.properties()) {
            if (e.getValue().isObject()) {
                compareTree(at + "." + e.getKey(), e.getValue(), ours.get(e.getKey()));
            } else {
                assertThat(ours.get(e.getKey()).asDouble())
                        .as(at + "." + e.getKey())
                        .isCloseTo(e.getValue().asDouble(), EXACT);
            }
        }
    }

    private static double[] doubles(JsonNode array) {
        return stream(array).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
