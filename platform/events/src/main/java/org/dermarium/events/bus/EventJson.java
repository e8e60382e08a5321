package org.dermarium.events.bus;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.dermarium.events.Aggregate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON form of aggregates. Unknown keys are ignored so that an old reader survives a new writer. */
public final class EventJson {

    /** Events stay small: image bytes travel as object keys. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    /** @throws IllegalArgumentException when the state is larger than {@link #MAX_BYTES} */
    public static byte[] write(Aggregate state) {
        byte[] bytes = JSON.writeValueAsBytes(state);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("event of " + state.getClass().getSimpleName() + " " + state.key()
                    + " has " + bytes.length + " bytes, more than " + MAX_BYTES);
        }
        return bytes;
    }

    /** What writes and reads aggregates, for stores that keep parts of them. */
    public static JsonMapper mapper() {
        return JSON;
    }

    /** @throws JacksonException when the bytes are not a state of this type */
    public static <A extends Aggregate> A read(byte[] json, Class<A> type) {
        return JSON.readValue(json, type);
    }
}
