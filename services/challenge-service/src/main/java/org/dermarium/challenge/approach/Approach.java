package org.dermarium.challenge.approach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A method with which a team answers a task.
 *
 * @param manuscriptKey of its PDF in the private bucket
 */
record Approach(
        long id,
        long task,
        long team,
        String name,
        String description,
        boolean usesExternalData,
        @Nullable String manuscriptKey,
        ReviewState reviewState,
        String rejectReason,
        Instant createdAt) {}
