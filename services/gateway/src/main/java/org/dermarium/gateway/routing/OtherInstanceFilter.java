package org.dermarium.gateway.routing;

import java.util.Objects;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sends a request to another instance of its service where the first cannot have seen it, and a read also where the
 * connection broke before the answer began. Each instance is tried once. It is no filter of the framework's own, since that
 * one buffers bodies.
 */
@Component
class OtherInstanceFilter implements GlobalFilter, Ordered {

    private final Upstreams upstreams;

    OtherInstanceFilter(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** Before an instance is chosen. */
    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = Objects.requireNonNull(exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR));
        if (!Routes.BALANCED.equals(route.getUri().getScheme())) {
            return chain.filter(exchange);
        }
        int others = upstreams.of(route.getUri().getHost()).size() - 1;
        exchange.getAttributes().put(Tries.ATTRIBUTE, Tries.none());
        boolean changesNothing = changesNothing(exchange.getRequest());
        return chain.filter(exchange)
                .retryWhen(Retry.max(others)
                        .filter(failure -> Tries.mayBeRepeated(changesNothing, failure))
                        .doBeforeRetry(again -> ServerWebExchangeUtils.reset(exchange))
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    /** A body can be read only once. */
    private static boolean changesNothing(ServerHttpRequest request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        HttpHeaders headers = request.getHeaders();
        return reads && headers.getContentLength() <= 0 && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null;
    }
}
