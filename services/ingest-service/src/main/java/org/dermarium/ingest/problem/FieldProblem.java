package org.dermarium.ingest.problem;

import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a value is refused.
 *
 * @param column the field at fault, null when several fields do not fit together
 * @param code stable name of the kind of problem, as the reference library names it
 * @param message for people; shows at most the beginning of the value
 */
public record FieldProblem(@Nullable String column, String code, String message) {

    public FieldProblem {
        column = column == null ? null : Text.shown(column);
    }

    /** The value between quotes, cut and without control characters. */
    public static String quoted(String value) {
        return "'" + Text.shown(value) + "'";
    }
}
