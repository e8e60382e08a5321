package org.dermarium.ingest.csv;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dermarium.ingest.metadata.ImageRow;
import org.dermarium.ingest.metadata.MetadataRow;
import org.dermarium.ingest.problem.MetadataProblem;
import org.dermarium.ingest.problem.ProblemTable;

/**
 * Checks a metadata CSV without changing anything: first that the rows name known images, each once; then every row by
 * itself; then the rows against what is stored. A checkpoint is reported only if the one before found nothing. The file is
 * read once; memory grows with the number of distinct file names alone.
 */
public final class CheckCsv {

    private static final int BATCH = 1_000;

    private final FileNames fileNames;
    private final boolean staff;
    private final Function<List<ImageRow>, List<MetadataProblem>> stored;
    private final KeptIds keptIds = new KeptIds();
    private final ProblemTable problems = new ProblemTable();
    private final ProblemTable clashes = new ProblemTable();
    private final List<ImageRow> batch = new ArrayList<>();
    private int rows;

    private CheckCsv(
            Predicate<String> knownFiles, boolean staff, Function<List<ImageRow>, List<MetadataProblem>> stored) {
        this.fileNames = new FileNames(knownFiles);
        this.staff = staff;
        this.stored = stored;
    }

    /**
     * @param knownFiles whether the cohort has an image of this file name
     * @param staff as {@link ImageRow#read} has it
     * @param stored what forbids applying some rows to what is stored; asked while nothing else was found
     */
    public static CsvReport check(
            InputStream csv,
            Predicate<String> knownFiles,
            boolean staff,
            Function<List<ImageRow>, List<MetadataProblem>> stored) {
        var check = new CheckCsv(knownFiles, staff, stored);
        try (CsvRows rows = CsvRows.read(csv)) {
            return check.report(rows);
        } catch (UnreadableCsv e) {
            var problem = MetadataProblem.ofFile(String.valueOf(e.getMessage()));
            return new CsvReport(check.rows, List.of(problem), List.of());
        }
    }

    private CsvReport report(CsvRows csv) {
        List<String> unstructured = csv.columns().stream()
                .filter(column -> MetadataRow.isUnstructured(column, ImageRow.apart(staff)))
                .sorted()
                .toList();
        if (!csv.columns().contains(ImageRow.FILE_NAME)) {
            var problem = MetadataProblem.ofRow(1, null, "Unable to find a filename column in CSV.");
            return new CsvReport(0, List.of(problem), unstructured);
        }
        for (CsvRow row : csv) {
            rows++;
            check(row);
        }
        checkBatch();
        List<MetadataProblem> first = fileNames.problems();
        List<MetadataProblem> second = first.isEmpty() ? problems.problems() : first;
        return new CsvReport(rows, second.isEmpty() ? clashes.problems() : second, unstructured);
    }

    private void check(CsvRow row) {
        if (problems.isFull()) {
            fileNames.add(row.number(), MetadataRow.text(row.cells(), ImageRow.FILE_NAME));
            return;
        }
        ImageRow read = row.read(staff);
        fileNames.add(row.number(), read.fileName());
        if (row.surplus() > 0) {
            problems.add(MetadataProblem.ofRow(row.number(), null, "The row has more cells than the header."));
        }
        problems.addAll(read.problems());
        if (read.archive() != null) {
            keptIds.check(row, read.archive(), problems);
        }
        if (problems.isEmpty()) {
            batch.add(read);
            if (batch.size() == BATCH) {
                checkBatch();
            }
        }
    }

    private void checkBatch() {
        if (problems.isEmpty() && !batch.isEmpty()) {
            clashes.addAll(stored.apply(List.copyOf(batch)));
        }
        batch.clear();
    }
}
