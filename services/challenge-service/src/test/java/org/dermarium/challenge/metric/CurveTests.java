package org.dermarium.challenge.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.challenge.classification.Cases.EXACT;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.challenge.classification.Cases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CurveTests {

    @TestFactory
    Stream<DynamicTest> measuresTheAreaAboveASensitivity() {
        return cases("/auc_above_sensitivity/cases", c -> {
            double sensitivity = c.get("sensitivity").asDouble();
            double expected = c.get("expected").asDouble();
            assertThat(curve(c).areaAbove(sensitivity)).isCloseTo(expected, EXACT);
            assertThat(withARowThatDoesNotCount(c, 0.2).areaAbove(sensitivity)).isCloseTo(expected, EXACT);
        });
    }

    @TestFactory
    Stream<DynamicTest> drawsTheCurve() {
        return cases("/roc/cases", c -> {
            assertDrawn(c, curve(c));
            assertDrawn(
                    c, withARowThatDoesNotCount(c, c.get("prediction").get(0).asDouble()));
        });
    }

    private static void assertDrawn(JsonNode c, Curve curve) {
        Roc drawn = curve.drawn();
        assertThat(drawn.threshold()).containsExactly(doubles(c, "threshold"), EXACT);
        assertThat(drawn.fpr()).containsExactly(doubles(c, "fpr"), EXACT);
        assertThat(drawn.tpr()).containsExactly(doubles(c, "tpr"), EXACT);
    }

    @TestFactory
    Stream<DynamicTest> measuresWhatTheYear2024Ranked() {
        return cases("/pauc_2024/cases", c -> {
            Curve curve = curve(c);
            assertThat(partialArea(curve, 0.8)).isCloseTo(c.get("pauc_above_80").asDouble(), EXACT);
            assertThat(partialArea(curve, 0.88))
                    .isCloseTo(c.get("pauc_above_88").asDouble(), EXACT);
            assertThat(curve.area()).isCloseTo(c.get("auc").asDouble(), EXACT);
            assertThat(curve.averagePrecision()).isCloseTo(c.get("ap").asDouble(), EXACT);
            if (c.hasNonNull("auc_sens_80")) {
                assertThat(curve.areaAboveSensitivity())
                        .isCloseTo(c.get("auc_sens_80").asDouble(), EXACT);
            }
        });
    }

    private static double partialArea(Curve curve, double sensitivity) {
        return curve.areaAbove(sensitivity) - sensitivity * (1 - curve.fprAt(sensitivity));
    }

    @Test
    void sortsLikeTheLibrary() {
        var random = new Random(5);
        for (int n : new int[] {0, 1, 2, 15, 1_000}) {
            double[] values = random.doubles(n, -2, 2)
                    .map(v -> v > 0 ? Math.round(v * 10) / 10.0 : v)
                    .toArray();
            int[] rows = IntStream.range(0, n).toArray();
            var expected = Arrays.stream(rows)
                    .boxed()
                    .sorted(Comparator.comparing((Integer r) -> -values[r]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(Sorting.byDescending(rows, values)).isEqualTo(expected);
        }
        assertThat(Sorting.byDescending(new int[] {0, 1, 2}, new double[] {-0.0, 0.0, 0.5}))
                .containsExactly(2, 0, 1);
    }

    private static Stream<DynamicTest> cases(String pointer, Consumer<JsonNode> test) {
        return Cases.cases(pointer)
                .valueStream()
                .map(c -> DynamicTest.dynamicTest(c.path("name").asString(c.toString()), () -> test.accept(c)));
    }

    private static Curve curve(JsonNode c) {
        double[] truth = doubles(c, "truth");
        var weight = new double[truth.length];
        Arrays.fill(weight, 1);
        return Curve.of(positive(truth), doubles(c, "prediction"), weight);
    }

    private static Curve withARowThatDoesNotCount(JsonNode c, double predicted) {
        double[] truth = doubles(c, "truth");
        int n = truth.length;
        double[] truths = Arrays.copyOf(truth, n + 1);
        double[] predictions = Arrays.copyOf(doubles(c, "prediction"), n + 1);
        truths[n] = 1;
        predictions[n] = predicted;
        var weight = new double[n + 1];
        Arrays.fill(weight, 0, n, 1);
        return Curve.of(positive(truths), predictions, weight);
    }

    private static boolean[] positive(double[] truth) {
        var positive = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            positive[i] = truth[i] == 1;
        }
        return positive;
    }

    private static double[] doubles(JsonNode c, String name) {
        return c.get(name).valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }
}
