package org.dermarium.gateway.edge;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals of the gateway's own in the shapes of the REST contract, section 2.1. */
@Component
public class Refusals {

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** {@code {"detail": "<reason phrase>"}}. */
    public Mono<Void> write(ServerWebExchange exchange, HttpStatus status) {
        return write(exchange, status, "detail", status.getReasonPhrase());
    }

    public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String key, String text) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        byte[] body = json.writeValueAsBytes(Map.of(key, text));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
