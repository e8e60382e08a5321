package org.dermarium.web;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no controller is at work, such as in a filter. */
public final class WriteRefusal {

    private final JsonMapper json;

    public WriteRefusal(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> to(ServerHttpResponse response, Refusal refusal) {
        response.setStatusCode(refusal.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        }
        byte[] body = json.writeValueAsBytes(refusal.body());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    /** As the header has them: one at least. */
    static String seconds(Duration pause) {
        return Long.toString(Math.max(1, pause.toSeconds()));
    }
}
