package org.dermarium.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A DOI of a collection, from its draft on. While it is not {@link State#DISCARDED} the collection stays locked.
 *
 * @param doi prefix and suffix, as in {@code 10.5072/dermarium.k3v9}
 * @param slug what its page and its routes are called by, unique
 * @param open whether the collection is to be public: all its members are
 * @param publishedAt when it became findable, null before
 */
public record Doi(
        String doi,
        long version,
        long collection,
        String slug,
        String title,
        State state,
        boolean open,
        Instant changedAt,
        @Nullable Instant publishedAt)
        implements Aggregate {

    /** How far a DOI has come. */
    public enum State {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("publishing")
        PUBLISHING,
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("discarded")
        DISCARDED
    }

    @Override
    public String key() {
        return doi;
    }
}
