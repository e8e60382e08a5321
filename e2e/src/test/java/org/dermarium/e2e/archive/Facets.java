package org.dermarium.e2e.archive;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Counts by value, from an answer and from rows, in the same form. */
public final class Facets {

    private Facets() {}

    /** Buckets with at least one image; keys as text, whole numbers without a point. */
    public static Map<String, Integer> of(JsonNode facets, String field) {
        var counts = new TreeMap<String, Integer>();
        for (JsonNode bucket : facets.get(field).get("buckets")) {
            if (bucket.get("doc_count").asInt() > 0) {
                counts.put(key(bucket), bucket.get("doc_count").asInt());
            }
        }
        return counts;
    }

    public static <T> Map<String, Integer> count(Collection<T> rows, Function<T, String> value) {
        var counts = new TreeMap<String, Integer>();
        for (T row : rows) {
            String key = value.apply(row);
            if (key != null && !key.isEmpty()) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String key(JsonNode bucket) {
        JsonNode key = bucket.get("key");
        return key.isNumber() ? Integer.toString((int) key.asDouble()) : key.asString();
    }
}
