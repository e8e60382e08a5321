package org.dermarium.apidocs.document;

import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives each JSON body and each parameter an example. A field of the same name has the same example everywhere, told in
 * {@code examples.json}, unless its own annotation says another. A body shows the fields that it needs and those that have
 * an example.
 */
final class Examples {

    private static final Map<String, Object> BY_NAME = read();

    private final OpenAPI document;

    private Examples(OpenAPI document) {
        this.document = document;
    }

    static void addTo(OpenAPI document) {
        var examples = new Examples(document);
        document.getPaths().values().forEach(path -> path.readOperations().forEach(examples::add));
    }

    private void add(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Examples::add);
        }
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation.getRequestBody().getContent().values().forEach(this::add);
        }
    }

    private static void add(Parameter parameter) {
        boolean isPath = "path".equals(parameter.getIn());
        if (isPath && parameter.getExample() == null) {
            parameter.setExample(BY_NAME.get(parameter.getName()));
        }
    }

    private void add(MediaType body) {
        if (body.getExample() == null && body.getSchema() != null) {
            Object example = of("", body.getSchema());
            if (example != null) {
                body.setExample(example);
            }
        }
    }

    private @Nullable Object of(String name, Schema<?> given) {
        Schema<?> schema = resolved(given);
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (BY_NAME.containsKey(name)) {
            return BY_NAME.get(name);
        }
        if (schema.getAnyOf() != null) {
            return of(name, schema.getAnyOf().getFirst());
        }
        if (schema.getProperties() != null) {
            return object(schema);
        }
        if (schema.getItems() != null) {
            Object item = of(name, schema.getItems());
            return item == null ? null : List.of(item);
        }
        return schema.getEnum() == null ? null : schema.getEnum().getFirst();
    }

    /** @throws IllegalStateException when a field that it needs has none: whoever adds one thinks of an example */
    private Map<String, Object> object(Schema<?> schema) {
        List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
        var object = new LinkedHashMap<String, Object>();
        schema.getProperties().forEach((name, property) -> {
            Object example = of(name, property);
            if (example != null) {
                object.put(name, example);
            } else if (required.contains(name)) {
                throw new IllegalStateException("No example of the field " + name);
            }
        });
        return object;
    }

    private Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : Objects.requireNonNull(
                        document.getComponents().getSchemas().get(reference.substring(References.SCHEMAS.length())));
    }

    private static Map<String, Object> read() {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream("examples.json"))) {
            return Objects.requireNonNull(Json31.mapper().readValue(in, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
