package org.dermarium.ingest.cohort;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.dermarium.dictionary.License;
import org.dermarium.input.Line;
import org.dermarium.input.OneOf;
import org.dermarium.input.Prose;

/** The body of a request for a cohort; without a description it is empty. */
public record CohortIn(
        @NotNull Long contributor,
        @NotNull @Line @Size(min = 1, max = 255) String name,
        @Prose @Size(max = 100_000) String description,
        @NotNull @Line @OneOf(list = License.Codes.class) String defaultCopyrightLicense,
        @NotNull @Line @Size(min = 1, max = 200) String defaultAttribution) {

    public CohortIn {
        description = Objects.requireNonNullElse(description, "");
    }
}
