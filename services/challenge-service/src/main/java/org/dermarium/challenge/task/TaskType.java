package org.dermarium.challenge.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.dermarium.web.Refusal;

/** What teams predict. */
public enum TaskType {
    CLASSIFICATION,
    SEGMENTATION;

    /** @throws Refusal when tasks of this type cannot be scored yet */
    public void checkSupported() {
        if (this != CLASSIFICATION) {
            throw Refusal.rule(
                    "Tasks of the type " + label() + " cannot be scored yet; the only type for now is classification.");
        }
    }

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TaskType named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
