package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 400 {"message": …}: a rule of the archive is broken. */
public final class Refused extends Refusal {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(HttpStatus.BAD_REQUEST, message);
    }

    @Override
    public Object body() {
        return Map.of("message", String.valueOf(getMessage()));
    }
}
