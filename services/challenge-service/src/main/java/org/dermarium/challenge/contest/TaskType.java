package org.dermarium.challenge.contest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What teams predict. A type can be used where a {@link TruthFormat} reads its ground truth. */
public enum TaskType {
    CLASSIFICATION,
    SEGMENTATION;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
