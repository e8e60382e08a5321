package org.dermarium.challenge.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dermarium.challenge.classification.Cases.EXACT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.challenge.metric.Confusion;
import org.dermarium.challenge.metric.Roc;
import org.dermarium.challenge.table.UnusableTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What the reference scorer answered, number by number. */
class ScoringCasesTests {

    /** Truths that are refused when they are uploaded; the reference takes them and fails later, or scores nothing. */
    private static final Map<String, String> FAULTY_TRUTHS = Map.of(
            "validation weights all zero", "validation weights are all zero",
            "soft truth (not 0/1)", "neither 0 nor 1");

    @Test
    void scoresTheExampleOf500RowsLikeTheReference() throws Exception {
        Truth truth = Cases.truth("data/challenge/example_groundtruth.csv");
        Score score = Cases.score(
                truth, "balanced_accuracy", Files.readAllBytes(Cases.shared("data/challenge/example_prediction.csv")));
        assertThat(score.overall()).isCloseTo(0.1482618514687952, EXACT);
        JsonNode expected = Cases.json("cases/challenge-500-row-reference.json");
        Cases.assertSame(expected, score);
        expected.get("rocs").properties().forEach(roc -> {
            Roc ours = score.rocs().get(roc.getKey());
            assertThat(ours.fpr()).containsExactly(doubles(roc.getValue().get("fpr")), EXACT);
            assertThat(ours.tpr()).containsExactly(doubles(roc.getValue().get("tpr")), EXACT);
            assertThat(ours.threshold()).containsExactly(doubles(roc.getValue().get("threshold")), EXACT);
        });
    }

    @TestFactory
    Stream<DynamicTest> scoresEveryClassificationCase() {
        return Cases.cases("/classification_scoring/cases")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(
                        c.get("name").asString() + " by " + c.get("metric").asString(), () -> scoresLike(c)));
    }

    private static void scoresLike(JsonNode c) throws Exception {
        String csv = c.get("truth_csv").asString();
        String fault = FAULTY_TRUTHS.get(c.get("name").asString());
        if (fault != null) {
            assertThatExceptionOfType(UnusableTable.class)
                    .isThrownBy(() -> Truth.read(Cases.text(csv)))
                    .withMessageContaining(fault);
            return;
        }
        byte[] predictions = c.get("prediction_csv").asString().getBytes(StandardCharsets.UTF_8);
        Score score = Cases.score(Truth.read(Cases.text(csv)), c.get("metric").asString(), predictions);
        Cases.assertSame(c.get("result"), score);
    }

    @Test
    void takesTheCategoryOfTheGreatestValueAsLabel() {
        JsonNode c = Cases.cases("/to_labels");
        List<String> categories =
                c.get("categories").valueStream().map(JsonNode::asString).toList();
        for (int r = 0; r < c.get("rows").size(); r++) {
            double[] row = doubles(c.get("rows").get(r));
            var predicted = new double[row.length][1];
            var positive = new boolean[row.length][1];
            positive[0][0] = true;
            Arrays.setAll(predicted, k -> new double[] {row[k]});
            var confusion = Confusion.of(categories, positive, predicted, new double[] {1});
            int label = confusion.counts().getFirst().indexOf(1.0);
            assertThat(confusion.labels().get(label))
                    .isEqualTo(c.get("labels").get(r).asString());
        }
    }

    @Test
    void weighsTheRowsOfEachLabel() {
        JsonNode c = Cases.cases("/label_frequencies");
        List<String> labels = strings(c.get("labels"));
        List<String> categories = List.copyOf(c.get("expected").propertyNames());
        var confusion = Confusion.of(
                categories,
                oneHot(categories, labels),
                asNumbers(oneHot(categories, labels)),
                doubles(c.get("weights")));
        for (int k = 0; k < categories.size(); k++) {
            assertThat(confusion.counts().get(k).get(k))
                    .isEqualTo(c.get("expected").get(categories.get(k)).asDouble());
        }
    }

    @TestFactory
    Stream<DynamicTest> balancesTheAccuracyOfLabels() {
        List<String> categories = List.of("MEL", "NV");
        return Cases.cases("/balanced_accuracy_labels/cases")
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(
                        c.get("truth") + " as " + c.get("prediction"),
                        () -> assertThat(balanced(categories, strings(c.get("truth")), strings(c.get("prediction"))))
                                .isCloseTo(c.get("expected").asDouble(), EXACT)));
    }

    /** With a wrong row of weight 0 at the end. */
    private static double balanced(List<String> categories, List<String> truth, List<String> predicted) {
        var truths = Stream.concat(truth.stream(), Stream.of("MEL")).toList();
        var predictions = Stream.concat(predicted.stream(), Stream.of("NV")).toList();
        var weight = new double[truths.size()];
        Arrays.fill(weight, 0, truth.size(), 1);
        return Confusion.of(categories, oneHot(categories, truths), asNumbers(oneHot(categories, predictions)), weight)
                .balancedAccuracy();
    }

    @Test
    void weighsRowsByIdWhateverTheirOrder() throws Exception {
        JsonNode c = Cases.cases("/weights_row_order");
        var predicted = new StringBuilder("image,MEL,NV,BCC\n");
        c.get("predictions").properties().forEach(p -> predicted.append(line(p.getKey(), p.getValue())));
        for (String order : List.of("abcd", "dcba", "badc")) {
            var csv = new StringBuilder("image,MEL,NV,BCC,score_weight,validation_weight\n");
            order.chars()
                    .mapToObj(Character::toString)
                    .forEach(id -> csv.append(line(id, c.get("truth_rows").get(id))));
            Score score = Cases.score(
                    Truth.read(Cases.text(csv.toString())),
                    "balanced_accuracy",
                    predicted.toString().getBytes(StandardCharsets.UTF_8));
            // The reference answers this for "abcd" only: it joins weights by position.
            Cases.assertSame(c.get("expected"), score);
        }
    }

    private static String line(String id, JsonNode values) {
        var line = new StringBuilder(id);
        values.valueStream().forEach(v -> line.append(',').append(v.asDouble()));
        return line.append('\n').toString();
    }

    private static boolean[][] oneHot(List<String> categories, List<String> labels) {
        var positive = new boolean[categories.size()][labels.size()];
        for (int r = 0; r < labels.size(); r++) {
            positive[categories.indexOf(labels.get(r))][r] = true;
        }
        return positive;
    }

    private static double[][] asNumbers(boolean[][] positive) {
        var values = new double[positive.length][positive[0].length];
        for (int k = 0; k < values.length; k++) {
            for (int r = 0; r < values[k].length; r++) {
                values[k][r] = positive[k][r] ? 1 : 0;
            }
        }
        return values;
    }

    private static Truth truth(List<String> categories, boolean[][] positive) {
        var ones = new double[positive[0].length];
        Arrays.fill(ones, 1);
        var ids = IntStream.range(0, ones.length).mapToObj(Integer::toString).toList();
        return new Truth(ids, categories, positive, ones, ones);
    }

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
