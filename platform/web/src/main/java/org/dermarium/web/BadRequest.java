package org.dermarium.web;

import org.springframework.http.HttpStatus;

/** The older name of one of {@link Refusal}'s factories, until all services have moved. */
public final class BadRequest extends Refusal {

    private static final long serialVersionUID = 1L;

    public BadRequest(String text) {
        super(HttpStatus.BAD_REQUEST, "error", text);
    }
}
