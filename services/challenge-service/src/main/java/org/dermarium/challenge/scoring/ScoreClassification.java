package org.dermarium.challenge.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/** Scores the predictions of a classification task. */
public final class ScoreClassification {

    private final Truth truth;
    private final Metric metric;

    public ScoreClassification(Truth truth, Metric metric) {
        this.truth = truth;
        this.metric = metric;
    }

    public Score score(Predictions predictions) {
        double[] weight = truth.scoreWeight();
        Map<String, Map<String, Double>> perCategory = new LinkedHashMap<>();
        Map<String, Roc> rocs = new LinkedHashMap<>();
        for (int k = 0; k < truth.categories().size(); k++) {
            String category = truth.categories().get(k);
            boolean[] positive = truth.positive()[k];
            double[] predicted = predictions.values()[k];
            var counts = Counts.of(positive, predicted, weight);
            var curve = Curve.of(positive, predicted, weight);
            note(perCategory, "accuracy", category, counts.accuracy());
            note(perCategory, "sensitivity", category, counts.sensitivity());
            note(perCategory, "specificity", category, counts.specificity());
            note(perCategory, "dice", category, counts.dice());
            note(perCategory, "ppv", category, counts.ppv());
            note(perCategory, "npv", category, counts.npv());
            note(perCategory, "auc", category, curve.area());
            note(perCategory, "auc_sens_80", category, curve.areaAboveSensitivity());
            note(perCategory, "ap", category, curve.averagePrecision());
            rocs.put(category, curve.drawn());
        }
        Map<String, Double> macro = new LinkedHashMap<>();
        perCategory.forEach((name, values) -> macro.put(name, mean(values.values())));
        double balanced = BalancedAccuracy.of(truth, predictions, weight);
        return new Score(
                metric == Metric.BALANCED_ACCURACY ? balanced : macro.getOrDefault(metric.label(), 0.0),
                ranked(predictions, truth.validationWeight()),
                perCategory,
                macro,
                Map.of("balanced_accuracy", balanced),
                rocs);
    }

    /** The ranking metric alone, by other weights; categories that have no curve under them are left out. */
    private double ranked(Predictions predictions, double[] weight) {
        if (metric == Metric.BALANCED_ACCURACY) {
            return BalancedAccuracy.of(truth, predictions, weight);
        }
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < truth.categories().size(); k++) {
            boolean[] positive = truth.positive()[k];
            double[] predicted = predictions.values()[k];
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

    private static void note(Map<String, Map<String, Double>> into, String name, String category, double value) {
        into.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(category, value);
    }

    private static double mean(java.util.Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }
}
