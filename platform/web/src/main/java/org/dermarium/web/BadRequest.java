package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 400 {"error": …}: a rule of one route is broken. */
public final class BadRequest extends Refusal {

    private static final long serialVersionUID = 1L;

    public BadRequest(String error) {
        super(HttpStatus.BAD_REQUEST, error);
    }

    @Override
    public Object body() {
        return Map.of("error", String.valueOf(getMessage()));
    }
}
