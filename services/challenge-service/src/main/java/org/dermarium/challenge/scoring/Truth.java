package org.dermarium.challenge.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

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
    private final Positions positions;

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
        this.ids = ids;
        this.categories = categories;
        this.positive = positive;
        this.scoreWeight = scoreWeight;
        this.validationWeight = validationWeight;
        this.positions = new Positions(ids);
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

    public List<String> ids() {
        return ids;
    }

    public List<String> categories() {
        return categories;
    }

    /** Where each id stands. */
    Positions positions() {
        return positions;
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
