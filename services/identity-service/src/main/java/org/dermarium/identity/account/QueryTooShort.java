package org.dermarium.identity.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A suggestion was asked for with fewer than {@value #SHORTEST} characters, or none. */
class QueryTooShort extends RuntimeException {

    static final int SHORTEST = 3;

    private final boolean missing;

    private QueryTooShort(boolean missing) {
        super(missing ? "Field required" : "String should have at least " + SHORTEST + " characters");
        this.missing = missing;
    }

    /** The query, when it is long enough. */
    static String unless(@Nullable String query) {
        if (query == null || query.length() < SHORTEST) {
            throw new QueryTooShort(query == null);
        }
        return query;
    }

    /** The problem in the shape of a schema violation. */
    Map<String, Object> problem() {
        String type = missing ? "missing" : "string_too_short";
        Map<String, Object> ctx = missing ? Map.of() : Map.of("ctx", Map.of("min_length", SHORTEST));
        var problem = new java.util.LinkedHashMap<String, Object>();
        problem.put("type", type);
        problem.put("loc", List.of("query", "query"));
        problem.put("msg", String.valueOf(getMessage()));
        problem.putAll(ctx);
        return problem;
    }
}
