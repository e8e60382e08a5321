package org.dermarium.challenge.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a participant predicts, in the order of the truth's rows.
 *
 * @param values for each category, for each row of the truth, a number from 0 to 1
 */
public record Predictions(double[][] values) {

    /**
     * Reads and checks a prediction file against a truth.
     *
     * @throws UnusableTable naming each problem with row, column and value; those of the header alone when it is wrong
     */
    public static Predictions read(InputStream csv, Truth truth) throws UnusableTable, IOException {
        var reader = new Reading(truth);
        Table.read(csv, reader);
        return reader.finish();
    }

    private static final class Reading implements Table.Sink {

        private final Truth truth;
        private final Map<String, Integer> positions;
        private final double[][] values;
        private final boolean[] seen;
        private final int[] columns;
        private final boolean[] hasFraction;
        private final boolean[] isNumber;
        private final Set<String> strangers = new TreeSet<>();
        private final Findings duplicates =
                new Findings(TableProblem.Code.DUPLICATE_IDS, "Duplicate image rows detected in CSV");
        private final Findings gaps =
                new Findings(TableProblem.Code.MISSING_VALUES, "Missing value(s) in CSV for images");
        private final Findings notNumbers =
                new Findings(TableProblem.Code.NOT_NUMBERS, "CSV contains non-floating-point value(s) in columns");
        private final Findings outside = new Findings(
                TableProblem.Code.OUT_OF_RANGE, "Values in CSV are outside the interval [0.0, 1.0] for images");
        private int idColumn;

        Reading(Truth truth) {
            this.truth = truth;
            this.positions = truth.positions();
            int categories = truth.categories().size();
            this.values = new double[categories][truth.ids().size()];
            this.seen = new boolean[truth.ids().size()];
            this.columns = new int[categories];
            this.hasFraction = new boolean[categories];
            this.isNumber = new boolean[categories];
            Arrays.fill(isNumber, true);
        }

        @Override
        public void header(List<String> header) throws UnusableTable {
            idColumn = Ids.column(header);
            Set<String> missing = new TreeSet<>(truth.categories());
            header.forEach(missing::remove);
            Set<String> extra = new TreeSet<>(header);
            extra.remove(header.get(idColumn));
            truth.categories().forEach(extra::remove);
            List<TableProblem> problems = new ArrayList<>();
            boolean noneIsThere = missing.size() == truth.categories().size();
            absent(
                            TableProblem.Code.MISSING_COLUMNS,
                            "Missing columns in CSV",
                            noneIsThere ? truth.categories() : missing)
                    .addTo(problems);
            absent(TableProblem.Code.EXTRA_COLUMNS, "Extra columns in CSV", extra)
                    .addTo(problems);
            if (!problems.isEmpty()) {
                throw new UnusableTable(problems);
            }
            for (int k = 0; k < columns.length; k++) {
                columns[k] = header.indexOf(truth.categories().get(k));
            }
        }

        private static Findings absent(TableProblem.Code code, String lead, Collection<String> names) {
            var findings = new Findings(code, lead);
            names.forEach(n -> findings.add(n, code == TableProblem.Code.EXTRA_COLUMNS ? 1 : 0, n, null));
            return findings;
        }

        @Override
        public void row(long line, List<String> cells) {
            String id = Ids.of(idColumn < cells.size() ? cells.get(idColumn) : "");
            Integer position = positions.get(id);
            boolean isNew = position == null ? strangers.add(id) : !seen[position];
            if (!isNew) {
                duplicates.add(id, line, null, id);
            }
            if (position != null) {
                seen[position] = true;
            }
            for (int k = 0; k < columns.length; k++) {
                double value = value(line, id, k, columns[k] < cells.size() ? cells.get(columns[k]) : "");
                if (position != null) {
                    values[k][position] = value;
                }
            }
        }

        private double value(long line, String id, int category, String cell) {
            String column = truth.categories().get(category);
            if (Cells.isGap(cell)) {
                gaps.add(id, line, column, cell);
                return 0;
            }
            Double value = Cells.number(cell);
            if (value == null) {
                isNumber[category] = false;
                notNumbers.add(column, line, column, cell);
                return 0;
            }
            hasFraction[category] |= !Cells.isWhole(cell);
            if (value < 0 || value > 1) {
                outside.add(id, line, column, cell);
            }
            return value;
        }

        Predictions finish() throws UnusableTable {
            List<TableProblem> problems = new ArrayList<>();
            for (int k = 0; k < columns.length && gaps.isEmpty(); k++) {
                if (isNumber[k] && !hasFraction[k]) {
                    String column = truth.categories().get(k);
                    notNumbers.add(column, 1, column, "only whole numbers");
                }
            }
            var missing = new Findings(TableProblem.Code.MISSING_IMAGES, "Missing images in CSV");
            absentIds().forEach(id -> missing.add(id, 0, null, id));
            var extra = new Findings(TableProblem.Code.EXTRA_IMAGES, "Extra images in CSV");
            strangers.forEach(i -> extra.add(i, 0, null, i));
            List.of(duplicates, gaps, notNumbers, outside, missing, extra).forEach(f -> f.addTo(problems));
            if (!problems.isEmpty()) {
                throw new UnusableTable(problems);
            }
            return new Predictions(values);
        }

        private Set<String> absentIds() {
            Set<String> absent = new TreeSet<>();
            for (int r = 0; r < seen.length; r++) {
                if (!seen[r]) {
                    absent.add(truth.ids().get(r));
                }
            }
            return absent;
        }
    }
}
