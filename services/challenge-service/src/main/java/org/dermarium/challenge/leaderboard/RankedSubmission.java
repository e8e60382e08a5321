package org.dermarium.challenge.leaderboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a board.
 *
 * @param isYours whether the caller is in the team
 */
record RankedSubmission(
        long submission,
        long approach,
        String approachName,
        @Nullable String manuscriptKey,
        boolean usesExternalData,
        double overall,
        Instant submissionCreated,
        long team,
        String teamName,
        String institution,
        String institutionUrl,
        boolean isYours) {}
