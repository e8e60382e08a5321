package org.dermarium.challenge.metric;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a task may be ranked by. */
public enum Metric {
    BALANCED_ACCURACY("balanced_accuracy"),
    AUC("auc"),
    AP("ap"),
    DICE("dice");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** The name in score documents and in the API. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * The metric of this name.
     *
     * @throws IllegalArgumentException when there is no such metric
     */
    public static Metric named(String label) {
        for (Metric metric : values()) {
            if (metric.label.equals(label)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("unknown metric " + label);
    }
}
