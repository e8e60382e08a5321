package org.dermarium.doi.draft;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A DOI that somebody asks for.
 *
 * @param title that of the collection when null
 */
record DraftIn(
        @NotNull Long collectionId,

        @Nullable @Line @Size(min = 1, max = DraftIn.TITLE) String title,

        @NotNull @Prose @Size(min = 1, max = DraftIn.DESCRIPTION)
        String description,

        @Nullable @Valid @Size(max = DraftIn.SUPPLEMENTS) List<@NotNull SupplementIn> supplementalFiles,

        @Nullable @Valid @Size(max = DraftIn.RELATED) List<@NotNull RelatedIn> relatedIdentifiers) {

    static final int TITLE = 255;
    static final int DESCRIPTION = 10_000;
    static final int SUPPLEMENTS = 10;
    static final int RELATED = 100;
}
