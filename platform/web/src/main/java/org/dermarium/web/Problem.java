package org.dermarium.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request, as existing clients know it. What it repeats of the request is cut.
 *
 * @param type a short code such as {@code missing}, {@code extra_forbidden}, {@code int_parsing}
 * @param loc where: {@code query}, {@code path} or {@code body}, then names and indexes
 * @param ctx the bounds or values the message speaks of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Nullable String type,
        List<Object> loc,
        String msg,
        @Nullable Map<String, Object> ctx) {

    /** Problems that one answer names. */
    public static final int MOST = 100;

    public Problem {
        loc = loc.stream()
                .map(step -> step instanceof Number ? step : Text.shown(step))
                .toList();
        msg = Text.cut(msg, Text.LONGEST_MESSAGE);
        if (ctx != null) {
            var cut = new LinkedHashMap<String, Object>();
            ctx.forEach((key, value) ->
                    cut.put(key, value instanceof String text ? Text.cut(text, Text.LONGEST_MESSAGE) : value));
            ctx = cut;
        }
    }

    /** A value that a rule refuses. */
    public static Problem value(List<Object> loc, String reason) {
        return new Problem("value_error", loc, "Value error, " + reason, Map.of("error", reason));
    }

    public static Problem missing(List<Object> loc) {
        return new Problem("missing", loc, "Field required", null);
    }

    public static Problem notAnInteger(List<Object> loc) {
        return new Problem(
                "int_parsing", loc, "Input should be a valid integer, unable to parse string as an integer", null);
    }

    public static Problem notABoolean(List<Object> loc) {
        return new Problem("bool_parsing", loc, "Input should be a valid boolean, unable to interpret input", null);
    }

    public static Problem notAnObject(List<Object> loc) {
        return new Problem(
                "model_attributes_type",
                loc,
                "Input should be a valid dictionary or object to extract fields from",
                null);
    }

    public static Problem tooLong(List<Object> loc, int most) {
        return new Problem(
                "string_too_long",
                loc,
                "String should have at most " + counted(most, "character"),
                Map.of("max_length", most));
    }

    public static Problem tooShort(List<Object> loc, int least) {
        return new Problem(
                "string_too_short",
                loc,
                "String should have at least " + counted(least, "character"),
                Map.of("min_length", least));
    }

    public static Problem tooManyItems(List<Object> loc, int most, int given) {
        return new Problem(
                "too_long",
                loc,
                "List should have at most " + counted(most, "item") + " after validation, not " + given,
                Map.of("field_type", "List", "max_length", most, "actual_length", given));
    }

    public static Problem tooFewItems(List<Object> loc, int least, int given) {
        return new Problem(
                "too_short",
                loc,
                "List should have at least " + counted(least, "item") + " after validation, not " + given,
                Map.of("field_type", "List", "min_length", least, "actual_length", given));
    }

    public static Problem mismatch(List<Object> loc, String pattern) {
        return new Problem(
                "string_pattern_mismatch",
                loc,
                "String should match pattern '" + pattern + "'",
                Map.of("pattern", pattern));
    }

    /** A value that is none of those there are: {@code Input should be 'a', 'b' or 'c'}. */
    public static Problem notOneOf(List<Object> loc, List<String> allowed) {
        List<String> quoted = allowed.stream().map(a -> "'" + a + "'").toList();
        int last = quoted.size() - 1;
        String first = String.join(", ", quoted.subList(0, last));
        String expected = first.isEmpty() ? quoted.get(last) : first + " or " + quoted.get(last);
        return new Problem("literal_error", loc, "Input should be " + expected, Map.of("expected", expected));
    }

    /** The place of a field of the JSON body. */
    public static List<Object> body(Object... path) {
        var loc = new ArrayList<Object>(List.of("body", "payload"));
        loc.addAll(List.of(path));
        return loc;
    }

    /** The first {@value #MOST}, and how many more there are. */
    static List<Problem> cut(List<Problem> problems, int more) {
        int shown = Math.min(problems.size(), MOST);
        int left = problems.size() - shown + more;
        if (left == 0) {
            return List.copyOf(problems);
        }
        var told = new ArrayList<>(problems.subList(0, shown));
        told.add(new Problem("too_many", List.of("body"), "And " + left + " more.", Map.of("more", left)));
        return told;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
