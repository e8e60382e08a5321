package org.dermarium.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Bytes that are put into the storage are bytes. curl and Python's urllib call them a form unless they are told otherwise,
 * and storage servers would read them as one.
 */
@Component
class PlainUploadsFilter implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Order.PLAIN_UPLOADS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getMethod() != HttpMethod.PUT
                || !request.getPath().value().startsWith("/s3/")
                || !isForm(request.getHeaders().getFirst("Content-Type"))) {
            return chain.filter(exchange);
        }
        ServerHttpRequest plain = request.mutate()
                .headers(headers -> headers.setContentType(MediaType.APPLICATION_OCTET_STREAM))
                .build();
        return chain.filter(exchange.mutate().request(plain).build());
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}
