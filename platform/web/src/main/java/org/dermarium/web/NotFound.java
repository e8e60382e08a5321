package org.dermarium.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** 404: no such thing, or none that the caller may see; the two are the same answer. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super(HttpStatus.NOT_FOUND, "Not Found");
    }

    @Override
    public Object body() {
        return Map.of("detail", "Not Found");
    }
}
