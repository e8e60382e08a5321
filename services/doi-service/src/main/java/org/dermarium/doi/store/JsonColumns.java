package org.dermarium.doi.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON columns as text. Keys of a newer release are ignored. */
public final class JsonColumns {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonColumns() {}

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static <T> List<T> list(String json, Class<T> type) {
        return JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    public static <T> @Nullable T value(@Nullable String json, Class<T> type) {
        return json == null ? null : JSON.readValue(json, type);
    }
}
