package org.dermarium.doi.draft;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A wish for a DOI.
 *
 * @param title that of the collection when null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DraftIn(
        @Nullable Long collectionId,
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable SupplementIn> supplementalFiles,
        @Nullable List<@Nullable RelatedIn> relatedIdentifiers) {

    /** What is said in it, without what is uploaded. */
    record Checked(@Nullable String title, String description, List<RelatedIdentifier> related) {}

    /** @throws Refusal naming each field that is missing or out of bounds */
    Checked checked() {
        List<Problem> problems = new ArrayList<>();
        var checked = new Checked(
                title == null ? null : TextRule.TITLE.checked(title, problems::add, "title"),
                TextRule.DESCRIPTION.checked(description, problems::add, "description"),
                RelatedIn.checked(relatedIdentifiers, problems::add));
        if (!problems.isEmpty()) {
            throw Refusal.unprocessable(problems);
        }
        return checked;
    }
}
