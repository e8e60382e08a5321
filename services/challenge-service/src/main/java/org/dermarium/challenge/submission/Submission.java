package org.dermarium.challenge.submission;

import java.time.Instant;
import java.util.List;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.events.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A submission as this service keeps it.
 *
 * @param attempt counts how often it was to be scored, from 1
 * @param overall the final score; who may see it is decided by {@code scoresPublished}
 * @param problems why it failed
 * @param scoresPublished whether everybody may see the final scores of its task
 */
public record Submission(
        long id,
        long version,
        long task,
        long approach,
        String approachName,
        long team,
        long creator,
        StoredObject predictions,
        Status status,
        int attempt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant scoredAt,
        @Nullable Double overall,
        @Nullable Double validation,
        List<TableProblem> problems,
        boolean scoresPublished) {

    /** The state that the bus is told. */
    public org.dermarium.events.Submission event() {
        return new org.dermarium.events.Submission(
                id, version, task, approach, team, creator, predictions, status.told(), attempt, createdAt, changedAt);
    }
}
