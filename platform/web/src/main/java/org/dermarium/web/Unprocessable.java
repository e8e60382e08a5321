package org.dermarium.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** 422 {"detail": [problems]}: the request does not have the shape its route asks for. */
public final class Unprocessable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public Unprocessable(Problem... problems) {
        this(List.of(problems));
    }

    public Unprocessable(List<Problem> problems) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** A query parameter that a rule refuses. */
    public static Unprocessable query(String parameter, String reason) {
        return new Unprocessable(Problem.value(List.of("query", parameter), reason));
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Object body() {
        return Map.of("detail", problems);
    }
}
