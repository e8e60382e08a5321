package org.dermarium.gateway.routing;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A circuit breaker for each instance of a service: while it is away its callers hear so at once, and may ask another. It
 * counts only an instance that cannot be reached or stays silent; whatever it answers is an answer. It is no filter of the
 * framework's own, since that one buffers bodies as soon as it has a fallback.
 */
@Component
class Breakers implements GlobalFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    private final CircuitBreakerRegistry breakers;
    private final CircuitBreakerConfig config;

    Breakers(CircuitBreakerRegistry breakers) {
        this.breakers = breakers;
        this.config = CircuitBreakerConfig.from(breakers.getDefaultConfig())
                .recordException(Breakers::isAway)
                .build();
        breakers.getEventPublisher()
                .onEntryAdded(added ->
                        added.getAddedEntry().getEventPublisher().onStateTransition(change -> log.warn("{}", change)));
    }

    /** As soon as an instance is chosen. */
    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Response<ServiceInstance> chosen =
                exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        ServiceInstance instance = chosen == null ? null : chosen.getServer();
        if (instance == null) {
            return chain.filter(exchange);
        }
        CircuitBreaker breaker = breakers.circuitBreaker(instance.getInstanceId(), config);
        return chain.filter(exchange).transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /** Whether this failure means that a service is away. */
    static boolean isAway(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof CallNotPermittedException
                || failure instanceof ResponseStatusException status
                        && status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
    }
}
