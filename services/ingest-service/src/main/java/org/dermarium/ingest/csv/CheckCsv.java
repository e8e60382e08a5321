package org.dermarium.ingest.csv;

import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dermarium.ingest.metadata.ArchiveColumns;
import org.dermarium.ingest.metadata.MetadataRow;
import org.dermarium.ingest.metadata.Parsed;
import org.dermarium.ingest.problem.CsvProblem;
import org.dermarium.ingest.problem.FieldProblem;
import org.dermarium.ingest.problem.ProblemTable;

/**
 * Checks a metadata CSV without changing anything: first that the rows name known images, each once; then every row by
 * itself. A checkpoint is reported only if the one before found nothing. Memory grows with the number of distinct
 * file names alone.
 */
public final class CheckCsv {

    private static final Set<String> APART_FOR_STAFF = withFileName(ArchiveColumns.NAMES);

    private final FileNames fileNames;
    private final boolean staff;
    private final Set<String> apart;
    private final KeptIds keptIds = new KeptIds();
    private final ProblemTable problems = new ProblemTable();
    private int rows;

    private CheckCsv(Predicate<String> knownFiles, boolean staff) {
        this.fileNames = new FileNames(knownFiles);
        this.staff = staff;
        this.apart = apartFor(staff);
    }

    /**
     * @param knownFiles whether the cohort has an image of this file name
     * @param staff whether the {@link ArchiveColumns} are read; otherwise they are unstructured columns
     */
    public static CsvReport check(InputStream csv, Predicate<String> knownFiles, boolean staff) {
        var check = new CheckCsv(knownFiles, staff);
        try (CsvRows rows = CsvRows.read(csv)) {
            return check.report(rows);
        } catch (UnreadableCsv e) {
            var problem = new CsvProblem(null, String.valueOf(e.getMessage()), List.of(), 1);
            return new CsvReport(check.rows, List.of(problem), List.of());
        }
    }

    /** Which file the row is about; empty when it does not say. */
    public static String fileName(CsvRow row) {
        return MetadataRow.text(row.cells(), FileNames.COLUMN);
    }

    /** The row's metadata, read as {@link #check} reads it. */
    public static Parsed parse(CsvRow row, boolean staff) {
        return MetadataRow.parse(row.cells(), apartFor(staff));
    }

    private CsvReport report(CsvRows csv) {
        List<String> unstructured = csv.columns().stream()
                .filter(column -> MetadataRow.isUnstructured(column, apart))
                .sorted()
                .toList();
        if (!csv.columns().contains(FileNames.COLUMN)) {
            var problem = new CsvProblem(null, "Unable to find a filename column in CSV.", List.of(1), 1);
            return new CsvReport(0, List.of(problem), unstructured);
        }
        for (CsvRow row : csv) {
            rows++;
            fileNames.add(row);
            if (!problems.isFull()) {
                check(row);
            }
        }
        List<CsvProblem> first = fileNames.problems();
        return new CsvReport(rows, first.isEmpty() ? problems.problems() : first, unstructured);
    }

    private void check(CsvRow row) {
        if (row.surplus() > 0) {
            problems.add(null, "The row has more cells than the header.", row.number());
        }
        for (FieldProblem problem : MetadataRow.parse(row.cells(), apart).problems()) {
            problems.add(problem.column(), problem.message(), row.number());
        }
        if (staff) {
            ArchiveColumns archive = ArchiveColumns.parse(row.cells());
            for (FieldProblem problem : archive.problems()) {
                problems.add(problem.column(), problem.message(), row.number());
            }
            keptIds.check(row, archive, problems);
        }
    }

    private static Set<String> apartFor(boolean staff) {
        return staff ? APART_FOR_STAFF : MetadataRow.RESERVED;
    }

    private static Set<String> withFileName(Set<String> names) {
        var all = new HashSet<>(names);
        all.addAll(MetadataRow.RESERVED);
        return Set.copyOf(all);
    }
}
