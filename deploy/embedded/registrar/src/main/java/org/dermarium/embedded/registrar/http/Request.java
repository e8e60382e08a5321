package org.dermarium.embedded.registrar.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request, read whole.
 *
 * @param path decoded: a DOI's slash may come as it is or as {@code %2F}
 */
public record Request(
        String method,
        String path,
        String query,
        @Nullable String authorization,
        @Nullable String contentType,
        byte[] body) {

    /** Far above any metadata; the rest of a longer body is not read. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    public static Request of(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        String method = exchange.getRequestMethod();
        return new Request(
                method.equals("HEAD") ? "GET" : method,
                uri.getPath(),
                Objects.requireNonNullElse(uri.getQuery(), ""),
                headers.getFirst("Authorization"),
                headers.getFirst("Content-Type"),
                exchange.getRequestBody().readNBytes(MOST_BYTES));
    }
}
