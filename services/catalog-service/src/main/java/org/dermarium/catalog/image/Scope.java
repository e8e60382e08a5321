package org.dermarium.catalog.image;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.query.UnparsableQuery;
import org.dermarium.web.Caller;
import org.dermarium.web.Refused;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/**
 * Which images somebody asks for: of those the caller may see, those that match the query and are in one of the
 * collections.
 *
 * @param collections ids, or null for any image; those that do not exist or that the caller may not see hold nothing
 */
public record Scope(Caller caller, Query query, @Nullable Set<Long> collections) {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

    /**
     * Reads what clients send.
     *
     * @param collections texts of ids separated by commas
     * @throws Refused when the query is none of the language
     * @throws Unprocessable when a collection is no number
     */
    public static Scope read(Caller caller, @Nullable String query, List<String> collections) {
        try {
            return new Scope(caller, QueryParser.parse(query == null ? "" : query), ids(collections));
        } catch (UnparsableQuery wrong) {
            throw new Refused("Could not parse search query.");
        }
    }

    public static Scope of(Caller caller, @Nullable String query, @Nullable String collections) {
        return read(caller, query, collections == null ? List.of() : List.of(collections));
    }

    public static Scope ofCollection(Caller caller, long collection) {
        return new Scope(caller, Query.EVERYTHING, Set.of(collection));
    }

    private static @Nullable Set<Long> ids(List<String> texts) {
        Set<Long> ids = new TreeSet<>();
        boolean asked = false;
        for (String text : texts) {
            for (String id : text.isBlank() ? new String[0] : text.split(",", -1)) {
                asked = true;
                if (!INTEGER.matcher(id.strip()).matches()) {
                    throw Unprocessable.query("collections", "invalid literal for int() with base 10: '" + id + "'");
                }
                ids.add(Long.valueOf(id.strip()));
            }
        }
        return asked ? ids : null;
    }
}
