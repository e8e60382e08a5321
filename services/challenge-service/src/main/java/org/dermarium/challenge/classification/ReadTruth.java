package org.dermarium.challenge.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dermarium.challenge.table.ProblemPlaces;
import org.dermarium.challenge.table.Row;
import org.dermarium.challenge.table.ShownText;
import org.dermarium.challenge.table.Table;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.challenge.table.UnusableTable;

/** Gathers a truth row by row, and everything that is wrong with it. */
final class ReadTruth implements Table.Rows {

    /** Excluded from every task since 2018 by the organisers. */
    private static final String EXCLUDED = "ISIC_0035068";

    private static final String SCORE_WEIGHT = "score_weight";
    private static final String VALIDATION_WEIGHT = "validation_weight";
    private static final int AT_FIRST = 1_024;

    /** The largest task so far has half a million. */
    private static final int MOST_ROWS = 600_000;

    private static final int MOST_CELLS = 6_000_000;

    /** Of an id or a category, in characters: they stand in indexes, score documents and addresses. */
    private static final int LONGEST_NAME = 100;

    private final List<String> ids = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final ProblemPlaces notNumbers =
            new ProblemPlaces(TableProblem.Code.NOT_NUMBERS, "Not a number in columns");
    private final ProblemPlaces notBinary =
            new ProblemPlaces(TableProblem.Code.OUT_OF_RANGE, "Truth is neither 0 nor 1 for");
    private final ProblemPlaces negative = new ProblemPlaces(TableProblem.Code.OUT_OF_RANGE, "Weight below 0 for");
    private final ProblemPlaces names = new ProblemPlaces(
            TableProblem.Code.FAULTY_TRUTH,
            "Ids and categories have at most " + LONGEST_NAME + " characters, none of them invisible");
    private final ProblemPlaces duplicates =
            new ProblemPlaces(TableProblem.Code.DUPLICATE_IDS, "Duplicate rows in CSV");
    private List<String> header = List.of();
    private int idColumn;

    /** Column by column; longer than the table so far. */
    private double[][] values = {};

    @Override
    public void header(List<String> columns, int idColumn) throws UnusableTable {
        this.header = columns;
        this.idColumn = idColumn;
        if (columns.contains("image") && columns.contains("lesion_id")) {
            throw new UnusableTable(
                    TableProblem.Code.EXTRA_COLUMNS, "A truth has one id column, \"image\" or \"lesion_id\".");
        }
        this.values = new double[columns.size()][AT_FIRST];
        columns.forEach(name -> isName(name, 1, name));
    }

    @Override
    public void row(Row row) throws UnusableTable {
        if (ids.size() == MOST_ROWS || ids.size() == MOST_CELLS / values.length) {
            throw new UnusableTable(
                    TableProblem.Code.TOO_LARGE,
                    "A truth has at most " + MOST_ROWS + " rows and " + MOST_CELLS + " cells.");
        }
        String id = row.id();
        if (!isName(id, row.line(), header.get(idColumn))) {
            return;
        }
        if (!seen.add(id)) {
            duplicates.add(id, row.line(), header.get(idColumn), id);
        }
        int at = ids.size();
        ids.add(id);
        if (at == values[0].length) {
            Arrays.setAll(values, c -> Arrays.copyOf(values[c], at + at / 2));
        }
        for (int c = 0; c < values.length; c++) {
            if (c != idColumn) {
                values[c][at] = checked(row, id, c);
            }
        }
    }

    private boolean isName(String name, long line, String column) {
        boolean isGood = name.length() <= LONGEST_NAME && ShownText.isPlain(name);
        if (!isGood) {
            names.add(name, line, column, name);
        }
        return isGood;
    }

    private double checked(Row row, String id, int column) {
        String name = header.get(column);
        double value = row.value(column);
        if (!Double.isFinite(value)) {
            notNumbers.add(name, row.line(), name, row.text(column));
        } else if (isWeight(name)) {
            if (value < 0) {
                negative.add(id, row.line(), name, row.text(column));
            }
        } else if (value != 0 && value != 1) {
            notBinary.add(id, row.line(), name, row.text(column));
        }
        return value;
    }

    /** The truth, when nothing is wrong with it. */
    Truth finish() throws UnusableTable {
        List<TableProblem> problems = new ArrayList<>();
        List.of(names, duplicates, notNumbers, notBinary, negative).forEach(f -> f.addTo(problems));
        if (problems.isEmpty()) {
            Truth truth = build();
            problems.addAll(TruthChecks.of(truth));
            if (problems.isEmpty()) {
                return truth;
            }
        }
        throw new UnusableTable(problems);
    }

    /** The truth as it stands in the file. */
    Truth build() {
        List<String> categories = new ArrayList<>(header);
        categories.remove(idColumn);
        categories.removeIf(ReadTruth::isWeight);
        var positive = new boolean[categories.size()][ids.size()];
        for (int k = 0; k < positive.length; k++) {
            double[] column = values[header.indexOf(categories.get(k))];
            for (int r = 0; r < ids.size(); r++) {
                positive[k][r] = column[r] == 1;
            }
        }
        return new Truth(
                List.copyOf(ids), List.copyOf(categories), positive, weights(SCORE_WEIGHT), weights(VALIDATION_WEIGHT));
    }

    private double[] weights(String name) {
        int column = header.indexOf(name);
        var weights = new double[ids.size()];
        for (int r = 0; r < weights.length; r++) {
            weights[r] = ids.get(r).equals(EXCLUDED) ? 0 : column < 0 ? 1 : values[column][r];
        }
        return weights;
    }

    private static boolean isWeight(String column) {
        return SCORE_WEIGHT.equals(column) || VALIDATION_WEIGHT.equals(column);
    }
}
