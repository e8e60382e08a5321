package org.dermarium.ingest.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.util.List;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why metadata are refused, however many rows of a file are at fault.
 *
 * @param column the field at fault, null when no single one is
 * @param code stable name of the kind of problem, as the reference library names it; not in answers
 * @param message for people; shows at most the beginning of the value
 * @param rows the first row numbers (the header is row 1); empty when the file itself or a single image is meant
 * @param count rows that have it
 */
public record MetadataProblem(
        @Nullable String column,
        @JsonProperty(access = Access.WRITE_ONLY) @Nullable String code,
        String message,
        List<Integer> rows,
        int count) {

    public MetadataProblem {
        column = column == null ? null : Text.shown(column);
        rows = List.copyOf(rows);
    }

    public static MetadataProblem of(@Nullable String column, @Nullable String code, String message) {
        return new MetadataProblem(column, code, message, List.of(), 1);
    }

    /** A problem of one row. */
    public static MetadataProblem ofRow(int row, @Nullable String column, String message) {
        return new MetadataProblem(column, null, message, List.of(row), 1);
    }

    /** Of the file itself. */
    public static MetadataProblem ofFile(String message) {
        return of(null, null, message);
    }

    public MetadataProblem inRow(int row) {
        return new MetadataProblem(column, code, message, List.of(row), 1);
    }

    /** The value between quotes, cut and without control characters. */
    public static String quoted(String value) {
        return "'" + Text.shown(value) + "'";
    }
}
