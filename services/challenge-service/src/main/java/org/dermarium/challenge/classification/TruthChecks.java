package org.dermarium.challenge.classification;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.challenge.table.TableProblem;

/** What a truth must have so that every valid submission gets a finite score. */
final class TruthChecks {

    private TruthChecks() {}

    static List<TableProblem> of(Truth truth) {
        List<TableProblem> problems = new ArrayList<>();
        if (truth.ids().isEmpty() || truth.categories().isEmpty()) {
            problems.add(problem("A truth needs at least one row and one category."));
            return problems;
        }
        if (isZero(truth.validationWeight())) {
            problems.add(problem("The validation weights are all zero."));
        }
        for (int k = 0; k < truth.categories().size(); k++) {
            String category = truth.categories().get(k);
            boolean[] positive = truth.positive(k);
            if (weight(positive, truth.scoreWeight(), true) == 0) {
                problems.add(problem("Category '" + category + "' has no positive row that counts."));
            }
            if (weight(positive, truth.scoreWeight(), false) == 0) {
                problems.add(problem("Category '" + category + "' has no negative row that counts."));
            }
        }
        return problems;
    }

    private static TableProblem problem(String message) {
        return new TableProblem(TableProblem.Code.FAULTY_TRUTH, message, 1, List.of());
    }

    private static boolean isZero(double[] weights) {
        for (double weight : weights) {
            if (weight != 0) {
                return false;
            }
        }
        return true;
    }

    private static double weight(boolean[] positive, double[] weights, boolean wanted) {
        double sum = 0;
        for (int r = 0; r < weights.length; r++) {
            sum += positive[r] == wanted ? weights[r] : 0;
        }
        return sum;
    }
}
