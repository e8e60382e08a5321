package org.dermarium.ingest.contributor;

import static org.dermarium.ingest.contributor.Limits.license;
import static org.dermarium.ingest.contributor.Limits.text;

import java.util.ArrayList;
import java.util.List;
import org.dermarium.web.Problem;
import org.dermarium.web.Required;
import org.dermarium.web.Unprocessable;
import org.jspecify.annotations.Nullable;

/** The body of a request for a contributor. */
record ContributorIn(
        @Nullable String institutionName,
        @Nullable String institutionUrl,
        @Nullable String legalContactInfo,
        @Nullable String defaultCopyrightLicense,
        @Nullable String defaultAttribution) {

    private static final int NAME = 255;
    private static final int LONG_TEXT = 10_000;

    /** @throws Unprocessable naming each field that is missing, too long or no licence */
    NewContributor checked() {
        Required.fields()
                .of("institution_name", institutionName)
                .of("legal_contact_info", legalContactInfo)
                .check();
        List<Problem> problems = new ArrayList<>();
        var checked = new NewContributor(
                text("institution_name", institutionName, 1, NAME, problems),
                text("institution_url", institutionUrl, 0, NAME, problems),
                text("legal_contact_info", legalContactInfo, 1, LONG_TEXT, problems),
                license("default_copyright_license", defaultCopyrightLicense, true, problems),
                text("default_attribution", defaultAttribution, 0, NAME, problems));
        if (!problems.isEmpty()) {
            throw new Unprocessable(problems);
        }
        return checked;
    }
}
