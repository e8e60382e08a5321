package org.dermarium.challenge.metric;

/** Weighted true and false positives and negatives, and the measures made of them; a measure over nothing is 1. */
public record Counts(double tp, double tn, double fp, double fn) {

    private static final double THRESHOLD = 0.5;

    /** A prediction of exactly 0.5 is negative. */
    public static Counts of(boolean[] positive, double[] predicted, double[] weight) {
        double tp = 0;
        double tn = 0;
        double fp = 0;
        double fn = 0;
        for (int r = 0; r < weight.length; r++) {
            boolean says = predicted[r] > THRESHOLD;
            if (positive[r]) {
                tp += says ? weight[r] : 0;
                fn += says ? 0 : weight[r];
            } else {
                fp += says ? weight[r] : 0;
                tn += says ? 0 : weight[r];
            }
        }
        return new Counts(tp, tn, fp, fn);
    }

    public double accuracy() {
        return (tp + tn) / (tp + tn + fp + fn);
    }

    public double sensitivity() {
        return ratio(tp, tp + fn);
    }

    public double specificity() {
        return ratio(tn, tn + fp);
    }

    public double dice() {
        return ratio(2 * tp, 2 * tp + fp + fn);
    }

    public double ppv() {
        return ratio(tp, tp + fp);
    }

    public double npv() {
        return ratio(tn, tn + fn);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
