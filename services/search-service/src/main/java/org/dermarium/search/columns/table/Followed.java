package org.dermarium.search.columns.table;

import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.jspecify.annotations.Nullable;

/** Any document of the index, as far as columns care: one of an image, or one of a contributor. */
public record Followed(
        @Nullable Image image,
        @Nullable Long published,
        @Nullable Membership membership,
        @Nullable Contributor contributor) {}
