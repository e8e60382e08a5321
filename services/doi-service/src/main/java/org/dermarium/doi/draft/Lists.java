package org.dermarium.doi.draft;

import java.util.Map;
import org.dermarium.web.Problem;

/** What lists of a body may not be like. */
final class Lists {

    private Lists() {}

    static Problem tooLong(String field, int most, int given) {
        return new Problem(
                "too_long",
                Problem.body(field),
                "List should have at most " + most + " items after validation, not " + given,
                Map.of("field_type", "List", "max_length", most, "actual_length", given));
    }
}
