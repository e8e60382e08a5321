package org.dermarium.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The older name of one of {@link Refusal}'s factories, until all services have moved. */
public final class Unavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    public Unavailable(Duration retryAfter) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Service Unavailable",
                Map.of("detail", "Service Unavailable"),
                retryAfter);
    }
}
