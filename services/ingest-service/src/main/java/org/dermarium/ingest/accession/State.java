package org.dermarium.ingest.accession;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an accession stands; each is in exactly one state. The database derives it (V1__ingest.sql). */
public enum State {
    PROCESSING,
    /** Not an image the archive takes. */
    SKIPPED,
    /** The archive could not process it. */
    FAILED,
    AWAITING_REVIEW,
    ACCEPTED,
    REJECTED,
    /** Has a public id: public, embargoed or withdrawn. */
    PUBLISHED;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String label) {
        return Arrays.stream(values()).filter(s -> s.label().equals(label)).findFirst();
    }
}
