package org.dermarium.challenge.approach;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.jspecify.annotations.Nullable;

/**
 * An approach as a team adds it.
 *
 * @param manuscript the signed value of an uploaded PDF
 */
record NewApproachIn(
        @NotNull Long team,

        @NotNull @Line @Size(min = 1, max = ApproachIn.NAME) String name,

        @NotNull @Prose @Size(min = 1, max = ApproachIn.LONG_TEXT)
        String description,

        @NotNull Boolean usesExternalData,
        @Nullable String manuscript) {}
