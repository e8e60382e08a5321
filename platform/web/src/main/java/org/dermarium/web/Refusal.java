package org.dermarium.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is not carried out, with the status and the JSON body its sender gets. */
public abstract sealed class Refusal extends RuntimeException
        permits BadRequest, Conflict, Forbidden, Gone, NotFound, Refused, Unauthorized, Unavailable, Unprocessable {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Refusal(HttpStatus status, @Nullable String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public final HttpStatus status() {
        return status;
    }

    /** Written as JSON. */
    public abstract Object body();
}
