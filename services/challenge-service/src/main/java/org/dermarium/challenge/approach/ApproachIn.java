package org.dermarium.challenge.approach;

import jakarta.validation.constraints.Size;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A change of an approach as its team writes it; what is not there stays.
 *
 * @param team may be told, and cannot be another one
 * @param manuscript the signed value of an uploaded PDF
 */
record ApproachIn(
        @Nullable Long team,

        @Nullable @Line @Size(min = 1, max = ApproachIn.NAME)
        String name,

        @Nullable @Prose @Size(min = 1, max = ApproachIn.LONG_TEXT)
        String description,

        @Nullable Boolean usesExternalData,
        @Nullable String manuscript) {

    static final int NAME = 100;
    static final int LONG_TEXT = 20_000;
}
