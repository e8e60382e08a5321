package org.dermarium.challenge.scoring;

import java.util.ArrayList;
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

    static Confusion of(Truth truth, Predictions predictions, double[] weight) {
        int categories = truth.categories().size();
        var sums = new double[categories][categories + 1];
        for (int r = 0; r < weight.length; r++) {
            int label = trueLabel(truth, r);
            if (label != UNDECIDED && weight[r] != 0) {
                int predicted = predictedLabel(predictions, categories, r);
                sums[label][predicted == UNDECIDED ? categories : predicted] += weight[r];
            }
        }
        List<String> labels = new ArrayList<>(truth.categories());
        labels.add("undecided");
        List<List<Double>> counts = new ArrayList<>();
        for (double[] row : sums) {
            counts.add(java.util.Arrays.stream(row).boxed().toList());
        }
        return new Confusion(List.copyOf(labels), List.copyOf(counts));
    }

    /** Balanced multiclass accuracy: the mean of what was found of each category that occurs. */
    double balancedAccuracy() {
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

    private static int trueLabel(Truth truth, int row) {
        int categories = truth.categories().size();
        int label = UNDECIDED;
        for (int k = 0; k < categories; k++) {
            if (truth.positive(k)[row]) {
                if (label != UNDECIDED) {
                    return UNDECIDED;
                }
                label = k;
            }
        }
        return label == UNDECIDED && categories == 1 ? 0 : label;
    }

    private static int predictedLabel(Predictions predictions, int categories, int row) {
        int label = 0;
        double greatest = predictions.of(0)[row];
        boolean isTie = false;
        for (int k = 1; k < categories; k++) {
            double value = predictions.of(k)[row];
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
