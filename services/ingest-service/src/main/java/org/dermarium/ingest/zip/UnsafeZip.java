package org.dermarium.ingest.zip;

import java.util.List;

/** A ZIP of which nothing is taken. */
class UnsafeZip extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ZipProblem> problems;

    UnsafeZip(String reason, List<ZipProblem> problems) {
        super(reason, null, false, false);
        this.problems = List.copyOf(problems);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    List<ZipProblem> problems() {
        return problems;
    }
}
