package org.dermarium.ingest.contributor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.dermarium.dictionary.License;
import org.dermarium.input.Line;
import org.dermarium.input.OneOf;
import org.dermarium.input.Prose;
import org.dermarium.input.WebAddress;

/** The body of a request for a contributor; what may be absent is empty then. */
public record ContributorIn(
        @NotNull @Line @Size(min = 1, max = 255) String institutionName,
        @Line @WebAddress @Size(max = 255) String institutionUrl,
        @NotNull @Prose @Size(min = 1, max = 10_000) String legalContactInfo,
        @Line @OneOf(value = "", list = License.Codes.class) String defaultCopyrightLicense,
        @Line @Size(max = 255) String defaultAttribution) {

    public ContributorIn {
        institutionUrl = Objects.requireNonNullElse(institutionUrl, "");
        defaultCopyrightLicense = Objects.requireNonNullElse(defaultCopyrightLicense, "");
        defaultAttribution = Objects.requireNonNullElse(defaultAttribution, "");
    }
}
