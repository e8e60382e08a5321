package org.dermarium.search.finding;

import java.util.Set;
import org.dermarium.query.Query;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which images somebody asks about.
 *
 * @param collections ids of collections of which an image must be in one, all of them visible to the caller; null for any
 *     image
 */
public record Scope(Caller caller, Query query, @Nullable Set<Long> collections) {

    /** Whether it is all that the caller may see. */
    public boolean isEverything() {
        return query.equals(Query.EVERYTHING) && collections == null;
    }
}
