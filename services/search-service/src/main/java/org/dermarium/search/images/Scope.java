package org.dermarium.search.images;

import java.util.Set;
import org.dermarium.query.Query;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which images somebody asks about.
 *
 * @param collections ids of collections of which an image must be in one, or null for any image; not all of them need
 *     exist or be visible
 */
record Scope(Caller caller, Query query, @Nullable Set<Long> collections) {

    /** Whether it is all that the caller may see. */
    boolean isEverything() {
        return query.equals(Query.EVERYTHING) && collections == null;
    }
}
