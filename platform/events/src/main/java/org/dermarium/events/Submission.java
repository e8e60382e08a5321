package org.dermarium.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Predictions that a team handed in for a task. Scores are not here: before they are published only the team may see them.
 *
 * @param task its challenge's task
 * @param approach the method that made the predictions
 * @param creator id of the user who handed them in
 * @param predictions the uploaded file
 * @param attempt counts how often they were to be scored, from 1
 */
public record Submission(
        long id,
        long version,
        long task,
        long approach,
        long team,
        long creator,
        StoredObject predictions,
        Status status,
        int attempt,
        Instant createdAt,
        Instant changedAt)
        implements Aggregate {

    /** What became of it. */
    public enum Status {
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("succeeded")
        SUCCEEDED,
        /** The file cannot be scored; its sender is told why. */
        @JsonProperty("failed")
        FAILED,
        /** The archive's own fault; staff can have it scored again. */
        @JsonProperty("internal_failure")
        INTERNAL_FAILURE
    }

    @Override
    public String key() {
        return Long.toString(id);
    }
}
