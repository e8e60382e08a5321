package org.dermarium.challenge.challenge;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.dermarium.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * A challenge as staff make it.
 *
 * @param slug made of the name when it is not there
 */
record NewChallengeIn(
        @Nullable @Size(max = ChallengeIn.NAME) @Pattern(regexp = Slug.SHAPE, message = Slug.RULE)
        String slug,

        @NotNull @Line @Size(min = 1, max = ChallengeIn.NAME)
        String name,

        @Nullable @Prose @Size(max = ChallengeIn.LONG_TEXT) String description,

        @Nullable @Prose @Size(max = ChallengeIn.LONG_TEXT) String rules,

        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @Nullable Boolean scoresPublished,
        @Nullable Boolean hidden) {

    /** @throws org.dermarium.web.Refusal when nothing of the name can stand in an address and no slug is given */
    ChallengeIn complete() {
        return new ChallengeIn(
                slug == null ? Slug.required(name, ChallengeIn.NAME) : slug,
                name,
                requireNonNullElse(description, ""),
                requireNonNullElse(rules, ""),
                opensAt,
                closesAt,
                requireNonNullElse(scoresPublished, false),
                requireNonNullElse(hidden, false));
    }
}
