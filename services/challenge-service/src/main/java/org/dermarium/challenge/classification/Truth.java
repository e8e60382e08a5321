package org.dermarium.challenge.classification;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dermarium.challenge.table.IdIndex;
import org.dermarium.challenge.table.Table;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.challenge.table.UnusableTable;

/**
 * The ground truth of a classification task. Rows are joined with predictions by id, never by position. It does not
 * change: any number of threads may score with one.
 */
public final class Truth {

    private final List<String> ids;
    private final List<String> categories;
    private final boolean[][] positive;
    private final double[] scoreWeight;
    private final double[] validationWeight;
    private final Set<String> optional;
    private final IdIndex positions;

    /**
     * @param ids of images or lesions
     * @param categories in the file's order
     * @param positive for each category, for each row, whether the row belongs to it
     * @param scoreWeight for each row, what it counts in the final score
     * @param validationWeight for each row, what it counts in the score shown before publication
     */
    Truth(
            List<String> ids,
            List<String> categories,
            boolean[][] positive,
            double[] scoreWeight,
            double[] validationWeight) {
        this(ids, categories, positive, scoreWeight, validationWeight, Set.of());
    }

    private Truth(
            List<String> ids,
            List<String> categories,
            boolean[][] positive,
            double[] scoreWeight,
            double[] validationWeight,
            Set<String> optional) {
        this.ids = ids;
        this.categories = categories;
        this.positive = positive;
        this.scoreWeight = scoreWeight;
        this.validationWeight = validationWeight;
        this.optional = optional;
        this.positions = new IdIndex(ids);
    }

    /**
     * Reads and checks a truth file: everything that would make a later submission unscorable is refused now.
     *
     * @throws UnusableTable naming each problem
     * @throws IOException when the file cannot be read to its end, which is not its fault
     */
    public static Truth read(InputStream csv) throws UnusableTable, IOException {
        var reading = new ReadTruth();
        Table.read(csv, reading);
        return reading.finish();
    }

    /** The same truth without these rows. */
    public Truth without(Set<String> left) {
        if (left.isEmpty()) {
            return this;
        }
        int[] rows = IntStream.range(0, ids.size())
                .filter(r -> !left.contains(ids.get(r)))
                .toArray();
        var kept = new boolean[positive.length][rows.length];
        for (int k = 0; k < kept.length; k++) {
            for (int r = 0; r < rows.length; r++) {
                kept[k][r] = positive[k][rows[r]];
            }
        }
        return new Truth(
                Arrays.stream(rows).mapToObj(ids::get).toList(),
                categories,
                kept,
                Arrays.stream(rows).mapToDouble(r -> scoreWeight[r]).toArray(),
                Arrays.stream(rows).mapToDouble(r -> validationWeight[r]).toArray(),
                optional);
    }

    /** The same truth where these rows count nothing, and predictions may leave them out. */
    public Truth withOptional(Set<String> rows) {
        return rows.isEmpty()
                ? this
                : new Truth(
                        ids,
                        categories,
                        positive,
                        weightOutside(rows, scoreWeight),
                        weightOutside(rows, validationWeight),
                        rows);
    }

    private double[] weightOutside(Set<String> rows, double[] weight) {
        double[] rest = weight.clone();
        Arrays.setAll(rest, r -> rows.contains(ids.get(r)) ? 0 : weight[r]);
        return rest;
    }

    /** Why valid predictions would have no score; empty for a truth as it was read. */
    public List<TableProblem> problems() {
        return TruthChecks.of(this);
    }

    public List<String> ids() {
        return ids;
    }

    public List<String> categories() {
        return categories;
    }

    /** Where each id stands. */
    IdIndex positions() {
        return positions;
    }

    boolean isOptional(int row) {
        return !optional.isEmpty() && optional.contains(ids.get(row));
    }

    boolean[][] positives() {
        return positive;
    }

    /** For each row, whether it belongs to the category. */
    boolean[] positive(int category) {
        return positive[category];
    }

    double[] scoreWeight() {
        return scoreWeight;
    }

    double[] validationWeight() {
        return validationWeight;
    }
}
