package org.dermarium.ingest.contributor;

import java.util.List;
import org.dermarium.web.Problem;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/** What is typed to find something by a part of its name. */
public final class Autocomplete {

    private static final int SHORTEST = 3;

    private Autocomplete() {}

    /** @throws Unprocessable when nothing or too little was typed */
    public static String checked(@Nullable String query) {
        if (query == null) {
            throw new Unprocessable(Problem.missing(List.of("query", "query")));
        }
        if (query.length() < SHORTEST) {
            throw Unprocessable.query("query", "Query too short.");
        }
        if (query.indexOf('\0') >= 0) {
            throw Unprocessable.query("query", "Null characters are not allowed.");
        }
        return query;
    }
}
