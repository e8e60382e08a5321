package org.dermarium.doi.draft;

import org.jspecify.annotations.Nullable;

/** @param blob the signed value of its upload */
record SupplementIn(@Nullable String blob, @Nullable String description) {}
