package org.dermarium.gateway.routing;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * A circuit breaker for each service: while it is away its callers hear so at once. It counts only a service that cannot be
 * reached or stays silent; whatever it answers is an answer. It is no filter of the framework's own, since that one
 * buffers bodies as soon as it has a fallback.
 */
@Component
class HttpBreakers {

    private static final Logger log = LoggerFactory.getLogger(HttpBreakers.class);

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordException(HttpBreakers::isAway)
            .build();

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CONFIG);

    HttpBreakers(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    GatewayFilter of(String service) {
        CircuitBreaker breaker = breakers.circuitBreaker(service);
        breaker.getEventPublisher().onStateTransition(change -> log.warn("{}", change));
        return (exchange, chain) -> chain.filter(exchange).transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** Whether this failure means that a service is away. */
    static boolean isAway(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof CallNotPermittedException
                || failure instanceof ResponseStatusException status
                        && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
    }
}
