package org.dermarium.challenge.scoring;

/**
 * Balanced multiclass accuracy. A row's label is the category of its greatest value; where the greatest occurs twice the
 * row is undecided: always wrong when predicted, in no category when true.
 */
final class BalancedAccuracy {

    private static final int UNDECIDED = -1;

    private BalancedAccuracy() {}

    static double of(Truth truth, Predictions predictions, double[] weight) {
        int categories = truth.categories().size();
        var all = new double[categories];
        var right = new double[categories];
        for (int r = 0; r < weight.length; r++) {
            int label = trueLabel(truth.positive(), r);
            if (label != UNDECIDED) {
                all[label] += weight[r];
                right[label] += label == predictedLabel(predictions.values(), r) ? weight[r] : 0;
            }
        }
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < categories; k++) {
            if (all[k] > 0) {
                sum += right[k] / all[k];
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static int trueLabel(boolean[][] positive, int row) {
        int label = UNDECIDED;
        for (int k = 0; k < positive.length; k++) {
            if (positive[k][row]) {
                if (label != UNDECIDED) {
                    return UNDECIDED;
                }
                label = k;
            }
        }
        return label == UNDECIDED && positive.length == 1 ? 0 : label;
    }

    private static int predictedLabel(double[][] values, int row) {
        int label = 0;
        boolean tie = false;
        for (int k = 1; k < values.length; k++) {
            if (values[k][row] > values[label][row]) {
                label = k;
                tie = false;
            } else if (values[k][row] == values[label][row]) {
                tie = true;
            }
        }
        return tie ? UNDECIDED : label;
    }
}
