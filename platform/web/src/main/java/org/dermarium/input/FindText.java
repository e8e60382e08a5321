package org.dermarium.input;

import java.util.List;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What is typed to find something by a part of its name. */
public final class FindText {

    private static final int SHORTEST = 3;

    private FindText() {}

    /**
     * The text without blanks around it.
     *
     * @throws Refusal when nothing or too little was typed
     */
    public static String checked(@Nullable String query) {
        if (query == null) {
            throw Refusal.unprocessable(Problem.missing(List.of("query", "query")));
        }
        String text = query.strip();
        if (text.length() < SHORTEST) {
            throw Refusal.query("query", "Query too short.");
        }
        return text;
    }
}
