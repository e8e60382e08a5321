package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 403 {"error": …}: the caller sees the thing but may not do this to it. */
public final class Forbidden extends Refusal {

    private static final long serialVersionUID = 1L;

    public Forbidden(String error) {
        super(HttpStatus.FORBIDDEN, error);
    }

    @Override
    public Object body() {
        return Map.of("error", String.valueOf(getMessage()));
    }
}
