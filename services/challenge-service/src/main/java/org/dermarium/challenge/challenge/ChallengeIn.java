package org.dermarium.challenge.challenge;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.dermarium.input.Line;
import org.dermarium.input.Prose;
import org.dermarium.text.Slug;
import org.jspecify.annotations.Nullable;

/** A change of a challenge as staff write it; what is not there stays. */
record ChallengeIn(
        @Nullable @Size(max = ChallengeIn.NAME) @Pattern(regexp = Slug.SHAPE, message = Slug.RULE)
        String slug,

        @Nullable @Line @Size(min = 1, max = ChallengeIn.NAME)
        String name,

        @Nullable @Prose @Size(max = ChallengeIn.LONG_TEXT) String description,

        @Nullable @Prose @Size(max = ChallengeIn.LONG_TEXT) String rules,

        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Boolean scoresPublished,
        @Nullable Boolean hidden) {

    static final int NAME = 100;
    static final int LONG_TEXT = 50_000;
}
