package org.dermarium.search.index;

import org.dermarium.events.Contributor;
import org.jspecify.annotations.Nullable;

/** A contributor, kept for who owns it. */
public record ContributorDocument(@Nullable Contributor contributor) {

    static final ContributorDocument NOTHING = new ContributorDocument(null);

    static String id(long contributor) {
        return "contributor-" + contributor;
    }

    ContributorDocument with(Contributor state) {
        return contributor != null && state.version() <= contributor.version() ? this : new ContributorDocument(state);
    }
}
