package org.dermarium.doi.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.jspecify.annotations.Nullable;

/** A change of a draft; what is null stays. */
record EditIn(
        @Nullable @Line @Size(min = 1, max = DraftIn.TITLE) String title,

        @Nullable @Prose @Size(min = 1, max = DraftIn.DESCRIPTION)
        String description,

        @Nullable @Valid @Size(max = DraftIn.RELATED) List<@NotNull RelatedIn> relatedIdentifiers) {}
