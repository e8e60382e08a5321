package org.dermarium.events;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dermarium.dictionary.Dictionary;
import org.dermarium.dictionary.MetadataField;
import org.dermarium.dictionary.MetadataField.Section;
import org.jspecify.annotations.Nullable;

/**
 * The published metadata of an image by field name: text, whole numbers and booleans; measurements as decimal text
 * ("3.50"). Fields without a value are absent. Ids are the public ones.
 */
public record Metadata(@JsonValue SortedMap<String, Object> fields) {

    public static final Metadata NONE = new Metadata(new TreeMap<>());

    private static final Set<String> ACQUISITION = Dictionary.FIELDS.stream()
            .filter(field -> field.section() == Section.ACQUISITION)
            .map(MetadataField::name)
            .collect(toUnmodifiableSet());

    public Metadata {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    @JsonCreator
    static Metadata of(Map<String, Object> fields) {
        return new Metadata(new TreeMap<>(fields));
    }

    public @Nullable Object get(String field) {
        return fields.get(field);
    }

    public @Nullable String text(String field) {
        Object value = fields.get(field);
        return value == null ? null : value.toString();
    }

    /** How the picture was taken. */
    public SortedMap<String, Object> acquisition() {
        return matching(true);
    }

    /** What it shows and whom it was taken of. */
    public SortedMap<String, Object> clinical() {
        return matching(false);
    }

    private SortedMap<String, Object> matching(boolean acquisition) {
        var chosen = new TreeMap<String, Object>();
        fields.forEach((name, value) -> {
            if (ACQUISITION.contains(name) == acquisition) {
                chosen.put(name, value);
            }
        });
        return chosen;
    }
}
