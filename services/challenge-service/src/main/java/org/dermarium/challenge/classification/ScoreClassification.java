package org.dermarium.challenge.classification;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dermarium.challenge.metric.Confusion;
import org.dermarium.challenge.metric.Counts;
import org.dermarium.challenge.metric.Curve;
import org.dermarium.challenge.metric.Metric;
import org.dermarium.challenge.metric.Roc;

/** Scores the predictions of a classification task. */
public final class ScoreClassification {

    private final Truth truth;
    private final Metric metric;

    public ScoreClassification(Truth truth, Metric metric) {
        this.truth = truth;
        this.metric = metric;
    }

    /** The same predictions get the same score, to the last digit. */
    public Score score(Predictions predictions) {
        double[] weight = truth.scoreWeight();
        Map<String, Map<String, Double>> perCategory = new LinkedHashMap<>();
        Map<String, Roc> rocs = new LinkedHashMap<>();
        for (int k = 0; k < truth.categories().size(); k++) {
            String category = truth.categories().get(k);
            boolean[] positive = truth.positive(k);
            double[] predicted = predictions.of(k);
            var curve = Curve.of(positive, predicted, weight);
            measures(Counts.of(positive, predicted, weight), curve)
                    .forEach((name, value) -> perCategory
                            .computeIfAbsent(name, n -> new LinkedHashMap<>())
                            .put(category, value));
            rocs.put(category, curve.drawn());
        }
        Map<String, Double> macro = new LinkedHashMap<>();
        perCategory.forEach((name, values) -> macro.put(name, mean(values.values())));
        var confusion = Confusion.of(truth.categories(), truth.positives(), predictions.values(), weight);
        double balanced = confusion.balancedAccuracy();
        double overall = metric == Metric.BALANCED_ACCURACY ? balanced : macro.getOrDefault(metric.label(), 0.0);
        return new Score(
                overall,
                hasOneWeight() ? overall : validation(predictions),
                perCategory,
                macro,
                Map.of("balanced_accuracy", balanced),
                confusion,
                rocs);
    }

    private static Map<String, Double> measures(Counts counts, Curve curve) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("accuracy", counts.accuracy());
        measures.put("sensitivity", counts.sensitivity());
        measures.put("specificity", counts.specificity());
        measures.put("dice", counts.dice());
        measures.put("ppv", counts.ppv());
        measures.put("npv", counts.npv());
        measures.put("auc", curve.area());
        measures.put("auc_sens_80", curve.areaAboveSensitivity());
        measures.put("ap", curve.averagePrecision());
        return measures;
    }

    private boolean hasOneWeight() {
        return Arrays.equals(truth.scoreWeight(), truth.validationWeight());
    }

    /** The ranking metric alone, by the other weights; categories that have no curve under them are left out. */
    private double validation(Predictions predictions) {
        double[] weight = truth.validationWeight();
        if (metric == Metric.BALANCED_ACCURACY) {
            return Confusion.of(truth.categories(), truth.positives(), predictions.values(), weight)
                    .balancedAccuracy();
        }
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < truth.categories().size(); k++) {
            boolean[] positive = truth.positive(k);
            double[] predicted = predictions.of(k);
            if (metric == Metric.DICE) {
                sum += Counts.of(positive, predicted, weight).dice();
                counted++;
                continue;
            }
            var curve = Curve.of(positive, predicted, weight);
            if (metric == Metric.AP || curve.isDefined()) {
                sum += metric == Metric.AP ? curve.averagePrecision() : curve.area();
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
