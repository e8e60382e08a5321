package org.dermarium.search.index;

import org.dermarium.events.Collection;
import org.jspecify.annotations.Nullable;

/** A collection, kept for the rights to it. Deleted ones stay, so that an old state cannot bring them back. */
public record CollectionDocument(@Nullable Collection collection) {

    static final CollectionDocument NOTHING = new CollectionDocument(null);

    public static String id(long collection) {
        return "collection-" + collection;
    }

    CollectionDocument with(Collection state) {
        return collection != null && state.version() <= collection.version() ? this : new CollectionDocument(state);
    }
}
