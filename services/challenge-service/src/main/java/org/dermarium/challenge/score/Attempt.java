package org.dermarium.challenge.score;

import java.time.Instant;
import org.dermarium.challenge.submission.Status;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt to score a submission ended, and what it replaced.
 *
 * @param attempt from 1
 */
record Attempt(
        int attempt,
        Status status,
        @Nullable Double overall,
        @Nullable Double validation,
        @Nullable Double overallBefore,
        @Nullable Double validationBefore,
        Instant endedAt) {}
