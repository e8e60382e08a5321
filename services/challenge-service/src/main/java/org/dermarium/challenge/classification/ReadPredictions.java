package org.dermarium.challenge.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.challenge.table.ProblemPlaces;
import org.dermarium.challenge.table.Row;
import org.dermarium.challenge.table.Table;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.challenge.table.UnusableTable;

/** Gathers predictions row by row, joined with the truth by id, and everything that is wrong with them. */
final class ReadPredictions implements Table.Rows {

    /** A file with so many rows that are not the task's is not read further. */
    private static final int MOST_STRANGERS = 20_000;

    private final Truth truth;
    private final double[][] values;
    private final boolean[] seen;
    private final int[] columns;
    private final boolean[] hasFraction;
    private final boolean[] isNumber;
    private final Set<String> strangers = new TreeSet<>();
    private final ProblemPlaces duplicates =
            new ProblemPlaces(TableProblem.Code.DUPLICATE_IDS, "Duplicate image rows detected in CSV");
    private final ProblemPlaces gaps =
            new ProblemPlaces(TableProblem.Code.MISSING_VALUES, "Missing value(s) in CSV for images");
    private final ProblemPlaces notNumbers =
            new ProblemPlaces(TableProblem.Code.NOT_NUMBERS, "CSV contains non-floating-point value(s) in columns");
    private final ProblemPlaces outside = new ProblemPlaces(
            TableProblem.Code.OUT_OF_RANGE, "Values in CSV are outside the interval [0.0, 1.0] for images");
    private final ProblemPlaces extra = new ProblemPlaces(TableProblem.Code.EXTRA_IMAGES, "Extra images in CSV");
    private String idName = "";

    ReadPredictions(Truth truth) {
        this.truth = truth;
        int categories = truth.categories().size();
        this.values = new double[categories][truth.ids().size()];
        this.seen = new boolean[truth.ids().size()];
        this.columns = new int[categories];
        this.hasFraction = new boolean[categories];
        this.isNumber = new boolean[categories];
        Arrays.fill(isNumber, true);
    }

    @Override
    public void header(List<String> header, int idColumn) throws UnusableTable {
        idName = header.get(idColumn);
        Set<String> missing = new TreeSet<>(truth.categories());
        header.forEach(missing::remove);
        Set<String> surplus = new TreeSet<>(header);
        surplus.remove(idName);
        truth.categories().forEach(surplus::remove);
        List<TableProblem> problems = new ArrayList<>();
        boolean noneIsThere = missing.size() == truth.categories().size();
        about(TableProblem.Code.MISSING_COLUMNS, "Missing columns in CSV", noneIsThere ? truth.categories() : missing)
                .addTo(problems);
        about(TableProblem.Code.EXTRA_COLUMNS, "Extra columns in CSV", surplus).addTo(problems);
        if (!problems.isEmpty()) {
            throw new UnusableTable(problems);
        }
        Arrays.setAll(columns, k -> header.indexOf(truth.categories().get(k)));
    }

    private static ProblemPlaces about(TableProblem.Code code, String lead, Collection<String> names) {
        var findings = new ProblemPlaces(code, lead);
        names.forEach(n -> findings.add(n, code == TableProblem.Code.EXTRA_COLUMNS ? 1 : 0, n, null));
        return findings;
    }

    @Override
    public void row(Row row) throws UnusableTable {
        int position = row.positionIn(truth.positions());
        if (position < 0) {
            stranger(row);
        } else if (seen[position]) {
            duplicates.add(row.id(), row.line(), idName, row.id());
        } else {
            seen[position] = true;
        }
        for (int k = 0; k < columns.length; k++) {
            double value = row.value(columns[k]);
            hasFraction[k] |= !row.isWhole(columns[k]);
            if (!(value >= 0 && value <= 1)) {
                wrong(row, k, value);
            } else if (position >= 0) {
                values[k][position] = value;
            }
        }
    }

    private void stranger(Row row) throws UnusableTable {
        String id = row.id();
        if (!strangers.add(id)) {
            duplicates.add(id, row.line(), idName, id);
            return;
        }
        extra.add(id, row.line(), idName, id);
        if (strangers.size() >= MOST_STRANGERS) {
            finish();
        }
    }

    private void wrong(Row row, int category, double value) {
        String column = truth.categories().get(category);
        String text = row.text(columns[category]);
        if (row.isGap(columns[category])) {
            gaps.add(row.id(), row.line(), column, text);
        } else if (Double.isNaN(value)) {
            isNumber[category] = false;
            notNumbers.add(column, row.line(), column, text);
        } else {
            outside.add(row.id(), row.line(), column, text);
        }
    }

    /** The predictions, when nothing is wrong with them. */
    Predictions finish() throws UnusableTable {
        for (int k = 0; k < columns.length && gaps.isEmpty(); k++) {
            if (isNumber[k] && !hasFraction[k]) {
                String column = truth.categories().get(k);
                notNumbers.add(column, 1, column, "only whole numbers");
            }
        }
        var missing = new ProblemPlaces(TableProblem.Code.MISSING_IMAGES, "Missing images in CSV");
        absentIds().forEach(id -> missing.add(id, 0, idName, id));
        List<TableProblem> problems = new ArrayList<>();
        List.of(duplicates, gaps, notNumbers, outside, missing, extra).forEach(f -> f.addTo(problems));
        if (!problems.isEmpty()) {
            throw new UnusableTable(problems);
        }
        return new Predictions(values);
    }

    private Set<String> absentIds() {
        Set<String> absent = new TreeSet<>();
        for (int r = 0; r < seen.length; r++) {
            if (!seen[r] && !truth.isOptional(r)) {
                absent.add(truth.ids().get(r));
            }
        }
        return absent;
    }
}
