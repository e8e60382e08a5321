package org.dermarium.ingest.metadata;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dermarium.ingest.problem.MetadataProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a row says about one image.
 *
 * @param number of the row in its file, the header being row 1
 * @param fileName empty when the row does not say which image it is about
 * @param archive what staff add, or null
 */
public record ImageRow(
        int number,
        String fileName,
        Parsed parsed,
        @Nullable ArchiveColumns archive) {

    /** The column that says which image a row is about. */
    public static final String FILE_NAME = "filename";

    /** @param staff whether the {@link ArchiveColumns} are read; otherwise they are unstructured columns */
    public static ImageRow read(int number, Map<String, String> cells, boolean staff) {
        return new ImageRow(
                number,
                MetadataRow.text(cells, FILE_NAME),
                MetadataRow.parse(cells, apart(staff)),
                staff ? ArchiveColumns.parse(cells) : null);
    }

    /** Columns that are no metadata. */
    public static Set<String> apart(boolean staff) {
        return staff ? ArchiveColumns.APART : MetadataRow.RESERVED;
    }

    /** What is wrong with the row by itself. */
    public List<MetadataProblem> problems() {
        Stream<MetadataProblem> own = parsed.problems().stream();
        return (archive == null ? own : Stream.concat(own, archive.problems().stream()))
                .map(problem -> problem.inRow(number))
                .toList();
    }
}
