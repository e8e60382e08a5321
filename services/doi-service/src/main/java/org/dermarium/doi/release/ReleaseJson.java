package org.dermarium.doi.release;

import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Columns that are kept as JSON. Keys of a newer version are ignored. */
final class ReleaseJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReleaseJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static <T> List<T> list(String json, Class<T> type) {
        return JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
