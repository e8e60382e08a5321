package org.dermarium.ingest.imagemetadata;

import java.util.List;
import org.dermarium.ingest.problem.RowProblem;

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
