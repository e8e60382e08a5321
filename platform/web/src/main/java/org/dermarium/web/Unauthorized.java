package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 401: not signed in, or not staff where staff is needed. */
public final class Unauthorized extends Refusal {

    private static final long serialVersionUID = 1L;

    public Unauthorized() {
        super(HttpStatus.UNAUTHORIZED, "Unauthorized");
    }

    @Override
    public Object body() {
        return Map.of("detail", "Unauthorized");
    }
}
