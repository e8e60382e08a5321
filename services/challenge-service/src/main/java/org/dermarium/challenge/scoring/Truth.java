package org.dermarium.challenge.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ground truth of a classification task. Rows are joined with predictions by id, never by position.
 *
 * @param ids of images or lesions
 * @param categories in the file's order
 * @param positive for each category, for each row, whether the row belongs to it
 * @param scoreWeight for each row, what it counts in the final score
 * @param validationWeight for each row, what it counts in the score shown before publication
 */
public record Truth(
        List<String> ids,
        List<String> categories,
        boolean[][] positive,
        double[] scoreWeight,
        double[] validationWeight) {

    /** Excluded from every task since 2018 by the organisers. */
    private static final String EXCLUDED = "ISIC_0035068";

    private static final String SCORE_WEIGHT = "score_weight";
    private static final String VALIDATION_WEIGHT = "validation_weight";

    /** Where each id stands. */
    Map<String, Integer> positions() {
        Map<String, Integer> positions = HashMap.newHashMap(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            positions.put(ids.get(i), i);
        }
        return positions;
    }

    /**
     * Reads and checks a truth file: everything that would make a later submission unscorable is refused now.
     *
     * @throws UnusableTable naming each problem
     */
    public static Truth read(InputStream csv) throws UnusableTable, IOException {
        var reader = new Reading();
        Table.read(csv, reader);
        return reader.finish();
    }

    private static final class Reading implements Table.Sink {

        private final List<String> ids = new ArrayList<>();
        private final List<double[]> rows = new ArrayList<>();
        private final Findings notNumbers = new Findings(TableProblem.Code.NOT_NUMBERS, "Not a number in columns");
        private final Findings notBinary = new Findings(TableProblem.Code.OUT_OF_RANGE, "Truth is neither 0 nor 1 for");
        private final Findings negative = new Findings(TableProblem.Code.OUT_OF_RANGE, "Weight below 0 for");
        private final Findings duplicates = new Findings(TableProblem.Code.DUPLICATE_IDS, "Duplicate rows in CSV");
        private final Map<String, Long> lines = new HashMap<>();
        private List<String> header = List.of();
        private int idColumn;

        @Override
        public void header(List<String> columns) throws UnusableTable {
            header = columns;
            idColumn = Ids.column(columns);
            if (columns.contains("image") && columns.contains("lesion_id")) {
                throw new UnusableTable(
                        TableProblem.Code.EXTRA_COLUMNS, "A truth has one id column, \"image\" or \"lesion_id\".");
            }
        }

        @Override
        public void row(long line, List<String> cells) {
            String id = idColumn < cells.size() ? cells.get(idColumn) : "";
            if (lines.putIfAbsent(id, line) != null) {
                duplicates.add(id, line, header.get(idColumn), id);
            }
            var values = new double[header.size()];
            for (int c = 0; c < values.length; c++) {
                values[c] = c == idColumn ? 0 : value(line, id, c, c < cells.size() ? cells.get(c) : "");
            }
            ids.add(id);
            rows.add(values);
        }

        private double value(long line, String id, int column, String cell) {
            String name = header.get(column);
            Double value = Cells.number(cell);
            if (value == null || !Double.isFinite(value)) {
                notNumbers.add(name, line, name, cell);
                return 0;
            }
            if (isWeight(name)) {
                if (value < 0) {
                    negative.add(id, line, name, cell);
                }
            } else if (value != 0 && value != 1) {
                notBinary.add(id, line, name, cell);
            }
            return value;
        }

        Truth finish() throws UnusableTable {
            List<TableProblem> problems = new ArrayList<>();
            List.of(duplicates, notNumbers, notBinary, negative).forEach(f -> f.addTo(problems));
            if (problems.isEmpty()) {
                Truth truth = build();
                problems.addAll(TruthChecks.of(truth));
                if (problems.isEmpty()) {
                    return truth;
                }
            }
            throw new UnusableTable(problems);
        }

        private Truth build() {
            List<Integer> columns = new ArrayList<>();
            for (int c = 0; c < header.size(); c++) {
                if (c != idColumn && !isWeight(header.get(c))) {
                    columns.add(c);
                }
            }
            var positive = new boolean[columns.size()][rows.size()];
            for (int k = 0; k < positive.length; k++) {
                for (int r = 0; r < rows.size(); r++) {
                    positive[k][r] = rows.get(r)[columns.get(k)] == 1;
                }
            }
            return new Truth(
                    List.copyOf(ids),
                    columns.stream().map(header::get).toList(),
                    positive,
                    weights(SCORE_WEIGHT),
                    weights(VALIDATION_WEIGHT));
        }

        private double[] weights(String name) {
            int column = header.indexOf(name);
            var weights = new double[rows.size()];
            for (int r = 0; r < weights.length; r++) {
                weights[r] = ids.get(r).equals(EXCLUDED) ? 0 : column < 0 ? 1 : rows.get(r)[column];
            }
            return weights;
        }

        private static boolean isWeight(@Nullable String column) {
            return SCORE_WEIGHT.equals(column) || VALIDATION_WEIGHT.equals(column);
        }
    }
}
