package org.dermarium.catalog.image;

import java.util.List;
import java.util.Set;
import org.dermarium.input.CollectionIds;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.query.UnparsableQuery;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which images somebody asks for: of those the caller may see, those that match the query and are in one of the
 * collections.
 *
 * @param collections ids, or null for any image; those that do not exist or that the caller may not see hold nothing
 */
public record Scope(Caller caller, Query query, @Nullable Set<Long> collections) {

    private static final String COLLECTIONS = "collections";

    /**
     * Reads what clients send.
     *
     * @param collections texts of ids separated by commas
     * @throws Refusal when the query is none of the language or a collection is no number
     */
    public static Scope read(Caller caller, @Nullable String query, List<String> collections) {
        return read(caller, query, collections, List.of("query", COLLECTIONS));
    }

    /** As {@link #read(Caller, String, List)}, from a JSON body. */
    public static Scope of(Caller caller, @Nullable String query, @Nullable String collections) {
        List<String> texts = collections == null || collections.isBlank() ? List.of() : List.of(collections);
        return read(caller, query, texts, Problem.body(COLLECTIONS));
    }

    private static Scope read(Caller caller, @Nullable String query, List<String> collections, List<Object> place) {
        try {
            return new Scope(
                    caller, QueryParser.parse(query == null ? "" : query), CollectionIds.parse(collections, place));
        } catch (UnparsableQuery wrong) {
            throw Refusal.rule("Could not parse search query.");
        }
    }

    /** What the caller may see at all in these collections. */
    Scope withoutQuery() {
        return new Scope(caller, Query.EVERYTHING, collections);
    }

    public static Scope ofCollection(Caller caller, long collection) {
        return new Scope(caller, Query.EVERYTHING, Set.of(collection));
    }
}
