package org.dermarium.web;

import org.springframework.http.HttpStatus;

/** The older name of one of {@link Refusal}'s factories, until all services have moved. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super(HttpStatus.NOT_FOUND, "detail", "Not Found");
    }
}
