package org.dermarium.e2e.rights;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one request showed.
 *
 * @param body empty where the answer is a stream of events, which has no end to wait for
 */
record Seen(int status, String type, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 410);

    boolean isRefused() {
        return REFUSALS.contains(status);
    }

    /** Bytes that are no text are searched as well: a ZIP names its entries in the clear. */
    boolean names(String text) {
        return new String(body, ISO_8859_1).contains(text);
    }

    /** The same status, and in JSON the same content; pages have marks of their own in each answer. */
    boolean isLike(Seen other) {
        return status == other.status && (!isJson() || !other.isJson() || hasContentOf(other));
    }

    private boolean hasContentOf(Seen other) {
        return JSON.readTree(body).equals(JSON.readTree(other.body));
    }

    private boolean isJson() {
        return type.contains("json") && body.length > 0;
    }
}
