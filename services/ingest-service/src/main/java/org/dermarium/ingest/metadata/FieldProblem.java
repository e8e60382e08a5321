package org.dermarium.ingest.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Why a value is refused.
 *
 * @param column the field at fault, null when several fields do not fit together
 * @param code stable name of the kind of problem, as the reference library names it
 * @param message for people; shows at most the first hundred characters of the value
 */
public record FieldProblem(@Nullable String column, String code, String message) {

    private static final int SHOWN = 100;

    /** The value between quotes, cut and without control characters. */
    static String quoted(String value) {
        String start = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return "'" + start.replaceAll("\\p{Cntrl}", "\uFFFD") + "'";
    }
}
