package org.dermarium.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the archive answered.
 *
 * @param request method and path, for messages
 */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    public String text() {
        return new String(body, UTF_8);
    }

    /** @throws Refused when it is no JSON */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Refused(request + " did not answer JSON but " + text(), e);
        }
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * The JSON of an answer that must be a success; an empty object where it has no body.
     *
     * @throws Refused when it is none
     */
    public JsonNode success() {
        if (!isSuccess()) {
            throw new Refused(request + " answered " + status + " " + text());
        }
        return text().isBlank() ? JSON.createObjectNode() : json();
    }
}
