package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 409 {"error": …}: the state of the thing does not allow it. */
public final class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    public Conflict(String error) {
        super(HttpStatus.CONFLICT, error);
    }

    @Override
    public Object body() {
        return Map.of("error", String.valueOf(getMessage()));
    }
}
