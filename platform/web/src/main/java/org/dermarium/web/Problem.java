package org.dermarium.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request, as existing clients know it.
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

    /** The place of a field of the JSON body. */
    public static List<Object> body(Object... path) {
        var loc = new java.util.ArrayList<Object>(List.of("body", "payload"));
        loc.addAll(List.of(path));
        return loc;
    }
}
