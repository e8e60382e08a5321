package org.dermarium.gateway.edge;

import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Every path of the API ends in a slash; whoever reads without it is sent to the right one. */
@Component
class TrailingSlashFilter implements WebFilter, Ordered {

    @Override
    public int getOrder() {
        return Order.TRAILING_SLASH;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
        if (!reads || !path.startsWith("/api/v2/") || path.endsWith("/") || isFile) {
            return chain.filter(exchange);
        }
        String query = request.getURI().getRawQuery();
        exchange.getResponse().setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        exchange.getResponse().getHeaders().setLocation(URI.create(path + "/" + (query == null ? "" : "?" + query)));
        return exchange.getResponse().setComplete();
    }
}
