package org.dermarium.ingest.description;

import java.util.List;

/** Rows that cannot be applied. */
public class RowsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowProblem> problems;

    RowsRefused(List<RowProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<RowProblem> problems() {
        return problems;
    }
}
