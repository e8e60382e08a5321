package org.dermarium.input.webflux;

import java.util.Optional;
import org.dermarium.input.Parameters;
import org.dermarium.web.Refusal;
import org.dermarium.web.WriteRefusal;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses addresses with characters that no text may hold, before anything looks at them. */
final class ParameterFilter implements WebFilter, Ordered {

    private final WriteRefusal write;

    ParameterFilter(WriteRefusal write) {
        this.write = write;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 200;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return refusal(exchange.getRequest())
                .map(refusal -> write.to(exchange.getResponse(), refusal))
                .orElseGet(() -> chain.filter(exchange));
    }

    private static Optional<Refusal> refusal(ServerHttpRequest request) {
        return Parameters.isPath(request.getURI().getPath())
                ? Parameters.refusal(request.getQueryParams(), "query")
                : Optional.of(Refusal.notFound());
    }
}
