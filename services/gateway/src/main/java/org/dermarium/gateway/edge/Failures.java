package org.dermarium.gateway.edge;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.concurrent.TimeoutException;
import org.dermarium.gateway.routing.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers where a service is away or a request cannot be served; nothing of the inside shows. */
@Component
@Order(-2)
class Failures implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Refusals refusals;

    Failures(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            // Too late for a status: the broken connection tells the client that the rest is missing.
            return Mono.error(failure);
        }
        if (isOutage(failure)) {
            note(exchange, failure);
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return refusals.write(exchange, HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (failure instanceof ResponseStatusException known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            exchange.getResponse().getHeaders().putAll(known.getHeaders());
            return refusals.write(exchange, status);
        }
        log.error("{} failed", exchange.getRequest().getPath(), failure);
        return refusals.write(exchange, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** An open breaker said so itself when it opened; once is enough. */
    private static void note(ServerWebExchange exchange, Throwable failure) {
        if (!(failure instanceof CallNotPermittedException)) {
            log.warn("{} is away: {}", exchange.getRequest().getPath(), failure.toString());
        }
    }

    private static boolean isOutage(Throwable failure) {
        return Outage.explains(failure) || failure instanceof TimeoutException || failure instanceof WebClientException;
    }
}
