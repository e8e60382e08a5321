package org.dermarium.dictionary;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The contents of {@code dictionary.json}: fields in the order in which people read them, and licences. */
public final class Dictionary {

    private static final Contents CONTENTS = load();

    public static final List<MetadataField> FIELDS = List.copyOf(CONTENTS.fields);

    /** From the most permissive on. */
    public static final List<License> LICENSES = List.copyOf(CONTENTS.licenses);

    private static final Map<String, MetadataField> BY_NAME =
            FIELDS.stream().collect(toUnmodifiableMap(MetadataField::name, identity()));

    private record Contents(List<MetadataField> fields, List<License> licenses) {}

    private Dictionary() {}

    /** The field with exactly this name, case included. */
    public static Optional<MetadataField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The field with this name, which the code itself depends on. */
    public static MetadataField known(String name) {
        return requireNonNull(BY_NAME.get(name), name);
    }

    static InputStream resource(String name) {
        return requireNonNull(Dictionary.class.getResourceAsStream(name), name);
    }

    private static Contents load() {
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = resource("dictionary.json")) {
            return json.readValue(in, Contents.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
