package org.dermarium.doi.draft;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.doi.dois.Dois;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A change of a draft; what is null stays. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record EditIn(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<@Nullable RelatedIn> relatedIdentifiers) {

    /** @throws Refusal naming each field that is out of bounds */
    Dois.Edit checked(boolean keepsApproval) {
        List<Problem> problems = new ArrayList<>();
        var edit = new Dois.Edit(
                title == null ? null : TextRule.TITLE.checked(title, problems::add, "title"),
                description == null ? null : TextRule.DESCRIPTION.checked(description, problems::add, "description"),
                relatedIdentifiers == null ? null : RelatedIn.checked(relatedIdentifiers, problems::add),
                keepsApproval);
        if (!problems.isEmpty()) {
            throw Refusal.unprocessable(problems);
        }
        return edit;
    }
}
