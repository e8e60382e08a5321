package org.dermarium.search.images;

import java.util.Set;
import org.dermarium.query.Query;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about, as it was sent.
 *
 * @param collections ids of collections of which an image must be in one, or null for any image; not all of them need
 *     exist or be visible
 */
record Asked(Caller caller, Query query, @Nullable Set<Long> collections) {}
