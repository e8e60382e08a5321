package org.dermarium.challenge.approach;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The verdict of staff; a rejected approach is on no board. */
public enum ReviewState {
    UNREVIEWED(""),
    ACCEPTED("accepted"),
    REJECTED("rejected");

    private final String label;

    ReviewState(String label) {
        this.label = label;
    }

    @JsonValue
    String label() {
        return label;
    }

    static Optional<ReviewState> named(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label.equals(label))
                .findFirst();
    }
}
