package org.dermarium.ingest.accession;

import java.time.Instant;
import org.dermarium.events.Image.Visibility;
import org.jspecify.annotations.Nullable;

/** How far an accession has come on its way to the public. Everything is null or false before publication. */
public record Publication(
        Visibility visibility,
        @Nullable String isicId,
        @Nullable Instant publishedAt,
        boolean wasPublic,
        @Nullable String withdrawnReason,
        @Nullable String unpublishedReason) {}
