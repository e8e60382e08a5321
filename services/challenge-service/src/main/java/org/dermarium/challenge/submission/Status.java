package org.dermarium.challenge.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.dermarium.events.Submission;

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

    /** As the bus knows it: scoring is still queued there. */
    Submission.Status told() {
        return this == SCORING ? Submission.Status.QUEUED : Submission.Status.valueOf(name());
    }
}
