package org.dermarium.doi.draft;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.dermarium.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be like: not blank, not too long, and nothing in it that cannot be shown.
 *
 * @param lines whether it may have line ends and tabs
 */
record TextRule(int longest, boolean lines) {

    static final TextRule TITLE = new TextRule(255, false);
    static final TextRule DESCRIPTION = new TextRule(10_000, true);
    static final TextRule SUPPLEMENT = new TextRule(255, false);

    /** Control characters, halves of characters, and what turns the direction of the text around it. */
    private static final String UNSHOWN_SIGNS = "\\p{Cntrl}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern UNSHOWN = Pattern.compile("[" + UNSHOWN_SIGNS + "]");
    private static final Pattern UNSHOWN_IN_LINES = Pattern.compile("[" + UNSHOWN_SIGNS + "&&[^\\n\\r\\t]]");

    /** The text without blanks around it; what is wrong with it goes to {@code problems}. */
    String checked(@Nullable String given, Consumer<Problem> problems, Object... place) {
        List<Object> loc = Problem.body(place);
        if (given == null) {
            problems.accept(Problem.missing(loc));
            return "";
        }
        String text = given.strip();
        int length = text.codePointCount(0, text.length());
        if (length == 0) {
            problems.accept(new Problem(
                    "string_too_short", loc, "String should have at least 1 character", Map.of("min_length", 1)));
        } else if (length > longest) {
            problems.accept(new Problem(
                    "string_too_long",
                    loc,
                    "String should have at most " + longest + " characters",
                    Map.of("max_length", longest)));
        } else if ((lines ? UNSHOWN_IN_LINES : UNSHOWN).matcher(text).find()) {
            problems.accept(Problem.value(loc, "Control characters are not allowed."));
        }
        return text;
    }
}
