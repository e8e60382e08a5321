package org.dermarium.challenge.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each category was taken for each: rows by their true category, columns by the predicted one, that of the
 * greatest value. Where the greatest occurs twice the row is undecided: counted in the last column when predicted, in no
 * category when true. Rows count by their weight.
 *
 * @param labels of the rows, then one for the last column
 * @param counts for each true category, for each label
 */
public record Confusion(List<String> labels, List<List<Double>> counts) {

    private static final int UNDECIDED = -1;

    /**
     * @param positive for each category, for each row, whether it belongs to it
     * @param predicted for each category, for each row
     */
    public static Confusion of(List<String> names, boolean[][] positive, double[][] predicted, double[] weight) {
        int categories = names.size();
        var sums = new double[categories][categories + 1];
        for (int r = 0; r < weight.length; r++) {
            int actual = trueLabel(positive, r);
            if (actual != UNDECIDED && weight[r] != 0) {
                int taken = predictedLabel(predicted, r);
                sums[actual][taken == UNDECIDED ? categories : taken] += weight[r];
            }
        }
        List<String> labels = new ArrayList<>(names);
        labels.add("undecided");
        List<List<Double>> counts = new ArrayList<>();
        for (double[] row : sums) {
            counts.add(Arrays.stream(row).boxed().toList());
        }
        return new Confusion(List.copyOf(labels), List.copyOf(counts));
    }

    /** Balanced multiclass accuracy: the mean of what was found of each category that occurs. */
    public double balancedAccuracy() {
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < counts.size(); k++) {
            double all = 0;
            for (double count : counts.get(k)) {
                all += count;
            }
            if (all > 0) {
                sum += counts.get(k).get(k) / all;
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static int trueLabel(boolean[][] positive, int row) {
        int categories = positive.length;
        int label = UNDECIDED;
        for (int k = 0; k < categories; k++) {
            if (positive[k][row]) {
                if (label != UNDECIDED) {
                    return UNDECIDED;
                }
                label = k;
            }
        }
        return label == UNDECIDED && categories == 1 ? 0 : label;
    }

    private static int predictedLabel(double[][] predicted, int row) {
        int label = 0;
        double greatest = predicted[0][row];
        boolean isTie = false;
        for (int k = 1; k < predicted.length; k++) {
            double value = predicted[k][row];
            if (value > greatest) {
                label = k;
                greatest = value;
                isTie = false;
            } else if (value == greatest) {
                isTie = true;
            }
        }
        return isTie ? UNDECIDED : label;
    }
}
