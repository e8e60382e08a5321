package org.dermarium.challenge.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of problem of an uploaded table.
 *
 * @param code stable, for machines
 * @param message for people; lists are cut after {@link #SHOWN} with the number of the rest
 * @param count how many places have the problem
 * @param places the first {@link #SHOWN} of them
 */
public record TableProblem(Code code, String message, int count, List<Place> places) {

    /** How many examples a problem shows: a file may have 100,000 wrong rows. */
    public static final int SHOWN = 20;

    /** The kinds of problems. */
    public enum Code {
        NOT_UTF8,
        NO_LINES,
        NOT_CSV,
        TOO_LARGE,
        NO_ID_COLUMN,
        DUPLICATE_IDS,
        MISSING_COLUMNS,
        EXTRA_COLUMNS,
        MISSING_VALUES,
        NOT_NUMBERS,
        OUT_OF_RANGE,
        MISSING_IMAGES,
        EXTRA_IMAGES,
        FAULTY_TRUTH,
        SET_ASIDE
    }

    /**
     * Where a problem shows.
     *
     * @param row line of the file, the header being 1; 0 when the problem is an absence
     * @param column header of the column, or null
     * @param value the cell's text, cut
     */
    public record Place(
            long row, @Nullable String column, @Nullable String value) {

        public Place {
            column = column == null ? null : ShownText.of(column);
            value = value == null ? null : ShownText.of(value);
        }
    }
}
