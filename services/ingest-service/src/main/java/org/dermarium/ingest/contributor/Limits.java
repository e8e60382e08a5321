package org.dermarium.ingest.contributor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.web.Problem;
import org.jspecify.annotations.Nullable;

/** How long texts may be and which licences there are. */
public final class Limits {

    private static final Set<String> LICENSES = Set.of("CC-0", "CC-BY", "CC-BY-NC");

    private Limits() {}

    /** The stripped text; what is wrong with it is added to the problems. */
    public static String text(String field, @Nullable String given, int least, int most, List<Problem> problems) {
        String text = given == null ? "" : given.strip();
        if (text.length() < least) {
            problems.add(new Problem(
                    "string_too_short",
                    Problem.body(field),
                    "String should have at least " + least + " character",
                    Map.of("min_length", least)));
        } else if (text.length() > most) {
            problems.add(new Problem(
                    "string_too_long",
                    Problem.body(field),
                    "String should have at most " + most + " characters",
                    Map.of("max_length", most)));
        } else if (text.indexOf('\0') >= 0) {
            problems.add(Problem.value(Problem.body(field), "Null characters are not allowed."));
        }
        return text;
    }

    /** One of the archive's licences. */
    public static String license(String field, @Nullable String given, boolean mayBeBlank, List<Problem> problems) {
        String text = given == null ? "" : given.strip();
        if (!LICENSES.contains(text) && !(mayBeBlank && text.isEmpty())) {
            problems.add(new Problem(
                    "literal_error",
                    Problem.body(field),
                    "Input should be 'CC-0', 'CC-BY' or 'CC-BY-NC'",
                    Map.of("expected", "'CC-0', 'CC-BY' or 'CC-BY-NC'")));
        }
        return text;
    }
}
