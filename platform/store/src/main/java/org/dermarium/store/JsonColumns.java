package org.dermarium.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON columns as text. */
public final class JsonColumns {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};

    private JsonColumns() {}

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static SortedMap<String, Object> fields(String json) {
        return json.equals("{}") ? new TreeMap<>() : JSON.readValue(json, FIELDS);
    }

    public static <T> List<T> list(String json, Class<T> type) {
        return JSON.readValue(json, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
