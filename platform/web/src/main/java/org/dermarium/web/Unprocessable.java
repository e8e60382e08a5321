package org.dermarium.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The older name of one of {@link Refusal}'s factories, until all services have moved. */
public final class Unprocessable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Unprocessable(Problem... problems) {
        this(List.of(problems));
    }

    public Unprocessable(List<Problem> problems) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                String.valueOf(problems.getFirst()),
                Map.of("detail", Problem.cut(problems, 0)),
                null);
        this.problems = List.copyOf(problems);
    }

    /** A query parameter that a rule refuses. */
    public static Unprocessable query(String parameter, String reason) {
        return new Unprocessable(Problem.value(List.of("query", parameter), reason));
    }

    public List<Problem> problems() {
        return problems;
    }
}
