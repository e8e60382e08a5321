package org.dermarium.ingest.intake;

import java.util.List;

/** Metadata that came with an image and cannot be stored. */
class InvalidMetadata extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidMetadata(List<Problem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    /** @param field empty when several fields do not fit together */
    record Problem(String field, String message) {}

    List<Problem> problems() {
        return problems;
    }
}
