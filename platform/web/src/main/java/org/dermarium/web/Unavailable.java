package org.dermarium.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** 503 with Retry-After: something this service needs does not answer now. */
public final class Unavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public Unavailable(Duration retryAfter) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "Service Unavailable");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public Object body() {
        return Map.of("detail", "Service Unavailable");
    }
}
