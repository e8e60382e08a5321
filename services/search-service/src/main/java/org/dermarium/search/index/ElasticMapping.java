package org.dermarium.search.index;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.query.Facet;
import org.dermarium.query.SearchField;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings and mapping of an index, from the registry of fields. Numbers are doubles, ages too: a query may ask for any
 * number, and a whole-number field refuses what it cannot hold instead of not finding it.
 */
class ElasticMapping {

    private static final JsonMapper JSON = new JsonMapper();

    private final ElasticSettings settings;

    ElasticMapping(ElasticSettings settings) {
        this.settings = settings;
    }

    /** The body that creates an index. */
    String json() {
        return JSON.writeValueAsString(new TreeMap<>(Map.of("settings", settings(), "mappings", mappings())));
    }

    /** Short text that changes whenever an index would have to be built anew. */
    String fingerprint() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(mappings()));
            return HexFormat.of().formatHex(sum, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One shard: counts of facets are exact, and a million images fit many times over. */
    private Map<String, Object> settings() {
        return new TreeMap<>(Map.of(
                "number_of_shards",
                1,
                "number_of_replicas",
                settings.replicas(),
                "refresh_interval",
                settings.refresh().toMillis() + "ms"));
    }

    private static Map<String, Object> mappings() {
        Map<String, Object> root = new TreeMap<>();
        for (SearchField field : SearchField.all()) {
            put(root, Fields.of(field), type(field));
        }
        put(root, Fields.VISIBILITY, Map.of("type", "keyword"));
        put(root, Fields.ID, Map.of("type", "long"));
        put(root, Fields.CONTRIBUTOR, Map.of("type", "keyword"));
        put(root, Fields.OWNERS, Map.of("type", "keyword"));
        put(root, Fields.SIZE, Map.of("type", "long"));
        put(root, Fields.PUBLISHED, Map.of("type", "long"));
        put(root, Fields.COLLECTIONS, Map.of("type", "keyword"));
        put(root, Fields.SHARED_WITH, Map.of("type", "keyword"));
        root.put("dynamic", false);
        return root;
    }

    private static Map<String, Object> type(SearchField field) {
        return switch (field.type()) {
            case NUMBER -> Map.of("type", "double");
            case BOOL -> Map.of("type", "boolean");
            case TEXT ->
                field.facet() instanceof Facet.None
                        ? Map.of("type", "keyword")
                        : new TreeMap<>(Map.of("type", "keyword", "eager_global_ordinals", true));
        };
    }

    /** Puts a leaf at a path such as {@code image.full.size}. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, String path, Map<String, Object> leaf) {
        Map<String, Object> at = root;
        for (String step : path.split("\\.")) {
            var properties = (Map<String, Object>) at.computeIfAbsent("properties", p -> new TreeMap<>());
            at = (Map<String, Object>) properties.computeIfAbsent(step, s -> new TreeMap<String, Object>());
        }
        at.clear();
        at.putAll(leaf);
    }
}
