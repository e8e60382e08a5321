package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 410 {"detail": …}: the thing was public and has been withdrawn. */
public final class Gone extends Refusal {

    private static final long serialVersionUID = 1L;

    public Gone(String reason) {
        super(HttpStatus.GONE, reason);
    }

    @Override
    public Object body() {
        return Map.of("detail", String.valueOf(getMessage()));
    }
}
