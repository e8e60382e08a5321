package org.dermarium.ingest.imagemetadata;

import java.util.List;
import org.dermarium.ingest.problem.MetadataProblem;

/** Rows that cannot be applied. */
public class RowsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<MetadataProblem> problems;

    RowsRefused(List<MetadataProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<MetadataProblem> problems() {
        return problems;
    }
}
