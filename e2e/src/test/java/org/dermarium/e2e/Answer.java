package org.dermarium.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the archive answered. */
record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        return new String(body, UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** The JSON of an answer that must be a success. */
    JsonNode success() {
        assertThat(status).as(this::text).isBetween(200, 299);
        return body.length == 0 ? JSON.createObjectNode() : json();
    }
}
