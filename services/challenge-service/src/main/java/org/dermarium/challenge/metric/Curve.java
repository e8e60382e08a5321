package org.dermarium.challenge.metric;

import java.util.Arrays;

/**
 * The receiver operating characteristic of one category: cumulative weights of positives and negatives at each distinct
 * prediction, from the highest down. Rows of weight 0 are left out.
 */
public final class Curve {

    private static final double SENSITIVITY = 0.8;

    private final double[] thresholds;
    private final double[] positives;
    private final double[] negatives;

    private Curve(double[] thresholds, double[] positives, double[] negatives) {
        this.thresholds = thresholds;
        this.positives = positives;
        this.negatives = negatives;
    }

    public static Curve of(boolean[] positive, double[] predicted, double[] weight) {
        int[] order = descending(predicted, weight);
        var thresholds = new double[order.length];
        var positives = new double[order.length];
        var negatives = new double[order.length];
        int points = -1;
        double tps = 0;
        double fps = 0;
        for (int r : order) {
            tps += positive[r] ? weight[r] : 0;
            fps += positive[r] ? 0 : weight[r];
            if (points < 0 || thresholds[points] != predicted[r]) {
                points++;
            }
            thresholds[points] = predicted[r];
            positives[points] = tps;
            negatives[points] = fps;
        }
        return new Curve(
                Arrays.copyOf(thresholds, points + 1),
                Arrays.copyOf(positives, points + 1),
                Arrays.copyOf(negatives, points + 1));
    }

    /** Rows of weight above 0 by falling prediction. */
    private static int[] descending(double[] predicted, double[] weight) {
        int n = 0;
        var rows = new int[predicted.length];
        for (int r = 0; r < predicted.length; r++) {
            if (weight[r] > 0) {
                rows[n++] = r;
            }
        }
        return Sorting.byDescending(Arrays.copyOf(rows, n), predicted);
    }

    /** Without positives or without negatives there is no curve. */
    public boolean isDefined() {
        return thresholds.length > 0 && total(positives) > 0 && total(negatives) > 0;
    }

    /** Area by trapezoids. */
    public double area() {
        double area = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < thresholds.length; i++) {
            area += (fpr(i) - x) * (tpr(i) + y) / 2;
            x = fpr(i);
            y = tpr(i);
        }
        return area;
    }

    /** Area right of the point where the sensitivity reaches 0.8, not normalised. */
    public double areaAboveSensitivity() {
        return areaAbove(SENSITIVITY);
    }

    double areaAbove(double sensitivity) {
        int reached = reaches(sensitivity);
        double x = fprAt(sensitivity);
        double y = sensitivity;
        double area = 0;
        for (int i = reached; i < thresholds.length; i++) {
            area += (fpr(i) - x) * (tpr(i) + y) / 2;
            x = fpr(i);
            y = tpr(i);
        }
        return area;
    }

    /** Where the line through the points reaches the sensitivity. */
    double fprAt(double sensitivity) {
        int next = reaches(sensitivity);
        double x = next == 0 ? 0 : fpr(next - 1);
        double y = next == 0 ? 0 : tpr(next - 1);
        return tpr(next) == y ? fpr(next) : x + (fpr(next) - x) * (sensitivity - y) / (tpr(next) - y);
    }

    private int reaches(double sensitivity) {
        int i = 0;
        while (tpr(i) < sensitivity) {
            i++;
        }
        return i;
    }

    /** Average precision: the step-wise sum, not interpolated; 0 without positives. */
    public double averagePrecision() {
        double all = total(positives);
        if (all == 0) {
            return 0;
        }
        double sum = 0;
        double recall = 0;
        for (int i = 0; i < thresholds.length; i++) {
            double next = positives[i] / all;
            sum += (next - recall) * positives[i] / (positives[i] + negatives[i]);
            recall = next;
        }
        return sum;
    }

    /** The points worth drawing. */
    public Roc drawn() {
        int n = thresholds.length;
        var keep = new boolean[n];
        for (int i = 0; i < n; i++) {
            keep[i] = i == 0 || i == n - 1 || bends(positives, i) || bends(negatives, i);
        }
        int points = 1;
        var threshold = new double[n + 1];
        var fpr = new double[n + 1];
        var tpr = new double[n + 1];
        threshold[0] = 1;
        for (int i = 0; i < n; i++) {
            if (keep[i] || n <= 2) {
                threshold[points] = thresholds[i];
                fpr[points] = fpr(i);
                tpr[points] = tpr(i);
                points++;
            }
        }
        return new Roc(Arrays.copyOf(threshold, points), Arrays.copyOf(fpr, points), Arrays.copyOf(tpr, points))
                .simplified();
    }

    private static boolean bends(double[] sums, int i) {
        return sums[i + 1] - sums[i] != sums[i] - sums[i - 1];
    }

    private double fpr(int i) {
        return negatives[i] / total(negatives);
    }

    private double tpr(int i) {
        return positives[i] / total(positives);
    }

    private static double total(double[] sums) {
        return sums.length == 0 ? 0 : sums[sums.length - 1];
    }
}
