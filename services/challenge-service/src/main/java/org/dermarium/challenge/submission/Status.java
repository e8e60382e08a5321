package org.dermarium.challenge.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a submission. */
public enum Status {
    QUEUED,
    SCORING,
    SUCCEEDED,
    /** The file cannot be scored; its sender is told why and the quota is not used. */
    FAILED,
    /** The archive's own fault. */
    INTERNAL_FAILURE;

    /** The name in the database and in the API. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such status */
    public static Status named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    public boolean isWaiting() {
        return this == QUEUED || this == SCORING;
    }

    /** As the bus knows it: scoring is still queued there. */
    org.dermarium.events.Submission.Status told() {
        return this == SCORING
                ? org.dermarium.events.Submission.Status.QUEUED
                : org.dermarium.events.Submission.Status.valueOf(name());
    }
}
