package org.dermarium.catalog.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.dermarium.events.Collection;
import org.jspecify.annotations.Nullable;

/** A collection as the contract shows it. */
public record CollectionOut(
        long id,
        String name,
        String description,
        @JsonProperty("public") boolean isPublic,
        boolean pinned,
        boolean locked,
        @Nullable String doi,
        @Nullable String doiUrl) {

    private static final String RESOLVER = "https://doi.org/";

    /** @param doi of its published data set, or null */
    static CollectionOut of(Collection collection, @Nullable String doi) {
        return new CollectionOut(
                collection.id(),
                collection.name(),
                collection.description(),
                collection.isPublic(),
                collection.pinned(),
                collection.locked(),
                doi,
                doi == null ? null : RESOLVER + doi);
    }
}
