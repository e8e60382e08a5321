package org.dermarium.web;

import org.springframework.http.HttpStatus;

/** The older name of one of {@link Refusal}'s factories, until all services have moved. */
public final class Unauthorized extends Refusal {

    private static final long serialVersionUID = 1L;

    public Unauthorized() {
        super(HttpStatus.UNAUTHORIZED, "detail", "Unauthorized");
    }
}
