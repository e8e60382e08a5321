package org.dermarium.gateway.limits;

import java.util.concurrent.atomic.AtomicLong;
import org.dermarium.gateway.edge.Order;
import org.dermarium.gateway.edge.Refusals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Refuses request bodies that no form or JSON call has; files go to the object storage, which this leaves alone. */
@Component
class BodyLimitFilter implements WebFilter, Ordered {

    private final DataSize most;
    private final Refusals refusals;

    BodyLimitFilter(@Value("${dermarium.limits.body:8MB}") DataSize most, Refusals refusals) {
        this.most = most;
        this.refusals = refusals;
    }

    @Override
    public int getOrder() {
        return Order.BODY_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/s3/")) {
            return chain.filter(exchange);
        }
        long announced = exchange.getRequest().getHeaders().getContentLength();
        if (announced > most.toBytes()) {
            return refuse(exchange);
        }
        if (announced >= 0) {
            return chain.filter(exchange);
        }
        var tooLarge = Sinks.<Void>empty();
        var request = counted(exchange, () -> tooLarge.tryEmitError(new BodyTooLarge()));
        return Mono.firstWithSignal(
                        chain.filter(exchange.mutate().request(request).build()), tooLarge.asMono())
                .onErrorResume(BodyTooLarge.class, e -> refuse(exchange));
    }

    /** A chunked body does not say how long it will be. */
    private ServerHttpRequestDecorator counted(ServerWebExchange exchange, Runnable stop) {
        return new ServerHttpRequestDecorator(exchange.getRequest()) {
            @Override
            public Flux<DataBuffer> getBody() {
                var seen = new AtomicLong();
                return super.getBody().doOnNext(part -> {
                    if (seen.addAndGet(part.readableByteCount()) > most.toBytes()) {
                        stop.run();
                    }
                });
            }
        };
    }

    private Mono<Void> refuse(ServerWebExchange exchange) {
        return refusals.write(exchange, HttpStatus.CONTENT_TOO_LARGE, "detail", "Request body too large");
    }

    private static final class BodyTooLarge extends RuntimeException {

        BodyTooLarge() {
            super("body too large", null, false, false);
        }
    }
}
