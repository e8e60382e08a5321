package org.dermarium.doi.draft;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.dermarium.input.Line;

/** @param blob the signed value of its upload */
record SupplementIn(
        @NotNull String blob,

        @NotNull @Line @Size(min = 1, max = SupplementIn.DESCRIPTION)
        String description) {

    static final int DESCRIPTION = 255;
}
