package org.dermarium.embedded.registrar.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes back to a client. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public static Answer json(int status, JsonNode body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/vnd.api+json; charset=utf-8"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Answer html(int status, String page) {
        return new Answer(
                status,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"),
                page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer redirect(String address) {
        return new Answer(302, Map.of("Location", address), new byte[0]);
    }

    public static Answer nothing() {
        return new Answer(204, Map.of(), new byte[0]);
    }

    public static Answer text(int status, String text) {
        return new Answer(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** One error in the form of JSON:API, as DataCite writes it. */
    public static Answer error(int status, @Nullable String source, String title, @Nullable String doi) {
        var error = Json.MAPPER.createObjectNode();
        if (source == null) {
            error.put("status", Integer.toString(status));
        } else {
            error.put("source", source);
        }
        error.put("title", title);
        if (doi != null) {
            error.put("uid", doi);
        }
        var body = Json.MAPPER.createObjectNode();
        body.putArray("errors").add(error);
        return json(status, body);
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body);
    }
}
