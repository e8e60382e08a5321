package org.dermarium.challenge.table;

import java.util.List;
import java.util.stream.Collectors;

/** A truth or prediction file that cannot be scored, with every problem found. */
public class UnusableTable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<TableProblem> problems;

    public UnusableTable(List<TableProblem> problems) {
        super(problems.stream().map(TableProblem::message).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public UnusableTable(TableProblem.Code code, String message) {
        this(List.of(new TableProblem(code, message, 1, List.of())));
    }

    /** In the order in which they count; the first is the reason shown. */
    public List<TableProblem> problems() {
        return problems;
    }
}
