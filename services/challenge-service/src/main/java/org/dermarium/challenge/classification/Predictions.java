package org.dermarium.challenge.classification;

import java.io.IOException;
import java.io.InputStream;
import org.dermarium.challenge.table.Table;
import org.dermarium.challenge.table.UnusableTable;

/** What a participant predicts for each row of a truth, in its order. */
public final class Predictions {

    private final double[][] values;

    /** @param values for each category, for each row of the truth, a number from 0 to 1 */
    Predictions(double[][] values) {
        this.values = values;
    }

    /**
     * Reads and checks a prediction file against a truth.
     *
     * @throws UnusableTable naming each problem with row, column and value; those of the header alone when it is wrong
     * @throws IOException when the file cannot be read to its end, which is not its fault
     */
    public static Predictions read(InputStream csv, Truth truth) throws UnusableTable, IOException {
        var reading = new ReadPredictions(truth);
        Table.read(csv, reading);
        return reading.finish();
    }

    double[][] values() {
        return values;
    }

    /** Of one category, row by row. */
    double[] of(int category) {
        return values[category];
    }
}
