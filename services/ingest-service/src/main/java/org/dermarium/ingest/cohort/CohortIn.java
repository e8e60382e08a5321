package org.dermarium.ingest.cohort;

import static org.dermarium.ingest.contributor.Limits.license;
import static org.dermarium.ingest.contributor.Limits.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dermarium.web.Problem;
import org.dermarium.web.Required;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/** The body of a request for a cohort. */
record CohortIn(
        @Nullable Long contributor,
        @Nullable String name,
        @Nullable String description,
        @Nullable String defaultCopyrightLicense,
        @Nullable String defaultAttribution) {

    private static final int NAME = 255;
    private static final int ATTRIBUTION = 200;
    private static final int DESCRIPTION = 100_000;

    /** @throws Unprocessable naming each field that is missing, too long or no licence */
    NewCohort checked() {
        Required.fields()
                .of("contributor", contributor)
                .of("name", name)
                .of("default_copyright_license", defaultCopyrightLicense)
                .of("default_attribution", defaultAttribution)
                .check();
        List<Problem> problems = new ArrayList<>();
        var checked = new NewCohort(
                Objects.requireNonNull(contributor),
                text("name", name, 1, NAME, problems),
                text("description", description, 0, DESCRIPTION, problems),
                license("default_copyright_license", defaultCopyrightLicense, false, problems),
                text("default_attribution", defaultAttribution, 1, ATTRIBUTION, problems));
        if (!problems.isEmpty()) {
            throw new Unprocessable(problems);
        }
        return checked;
    }
}
