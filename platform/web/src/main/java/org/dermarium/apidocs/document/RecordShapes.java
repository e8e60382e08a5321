package org.dermarium.apidocs.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dermarium.input.EachLike;
import org.dermarium.input.OneOf;
import org.dermarium.input.OrNumber;
import org.dermarium.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Says of each field whether it is always there, and whether it may be null, as its record says by {@code @Nullable}. What
 * is sent has all its fields. What is taken needs those with {@code @NotNull} and the like, may have null for the others,
 * and has no other fields.
 */
final class RecordShapes {

    private final OpenAPI document;
    private final RecordSchemas records;

    @SuppressWarnings("rawtypes")
    private final Map<String, Schema> schemas;

    RecordShapes(OpenAPI document, RecordSchemas records) {
        this.document = document;
        this.records = records;
        this.schemas = Objects.requireNonNullElseGet(document.getComponents().getSchemas(), Map::of);
    }

    void apply() {
        List<Operation> operations = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
        List<Object> roots = new ArrayList<>(operations);
        roots.add(document.getComponents().getResponses());
        schemas.keySet().retainAll(References.from(roots, schemas));
        Set<String> taken = References.from(
                operations.stream()
                        .map(Operation::getRequestBody)
                        .filter(Objects::nonNull)
                        .toList(),
                schemas);
        schemas.forEach((name, schema) -> {
            Class<?> record = records.record(name);
            if (record != null && schema.getProperties() != null) {
                shape(schema, record, taken.contains(name));
            }
        });
    }

    private void shape(Schema<?> schema, Class<?> record, boolean isTaken) {
        Set<String> required = new LinkedHashSet<>(Objects.requireNonNullElse(schema.getRequired(), List.of()));
        fields(schema, record, isTaken, required);
        schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
        if (isTaken) {
            schema.setAdditionalProperties(false);
        }
    }

    private void fields(Schema<?> schema, Class<?> record, boolean isTaken, Set<String> required) {
        Map<String, String> names = records.names(record);
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fields(schema, component.getType(), isTaken, required);
                continue;
            }
            String name = names.getOrDefault(component.getName(), component.getName());
            Schema<?> property = schema.getProperties().get(name);
            if (property == null) {
                continue;
            }
            if (!isTaken && Boolean.TRUE.equals(property.getWriteOnly())) {
                schema.getProperties().remove(name);
                required.remove(name);
                continue;
            }
            constrain(property, component, record, isTaken);
            if (!isTaken) {
                nullsWithin(property, component.getAnnotatedType());
                if (!isLeftOut(record, component)) {
                    required.add(name);
                }
            }
            boolean mayBeNull = isTaken ? !required.contains(name) : isNullable(component) && required.contains(name);
            if (mayBeNull && !component.getType().isPrimitive()) {
                schema.getProperties().put(name, orNull(property));
            }
        }
    }

    /** Elements of lists and values of maps. */
    private static void nullsWithin(Schema<?> schema, AnnotatedType type) {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return;
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        AnnotatedType last = arguments[arguments.length - 1];
        boolean mayBeNull = last.isAnnotationPresent(Nullable.class);
        if (schema.getItems() != null) {
            nullsWithin(schema.getItems(), last);
            schema.setItems(mayBeNull ? orNull(schema.getItems()) : schema.getItems());
        } else if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            nullsWithin(values, last);
            schema.setAdditionalProperties(mayBeNull ? orNull(values) : values);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isLeftOut(Class<?> record, RecordComponent component) {
        @Nullable JsonInclude onField = component.getAccessor().getAnnotation(JsonInclude.class);
        @Nullable JsonInclude rule = onField == null ? record.getAnnotation(JsonInclude.class) : onField;
        return rule != null && rule.value() != JsonInclude.Include.ALWAYS && isNullable(component);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void constrain(Schema property, RecordComponent component, Class<?> record, boolean isTaken) {
        @Nullable OneOf choice = annotation(component, record, OneOf.class);
        @Nullable EachLike each = annotation(component, record, EachLike.class);
        if (choice != null) {
            property.setEnum(OneOf.Choices.of(choice));
        }
        if (each != null) {
            property.getItems().setPattern("^" + each.value() + "$");
        }
        if (property.getPattern() != null && !property.getPattern().startsWith("^")) {
            // Ours is about the whole text, that of JSON Schema about any part of it.
            property.setPattern("^(?:" + property.getPattern() + ")$");
        }
        if ("uri".equals(property.getFormat())) {
            // Some of our addresses have no host.
            property.setFormat("uri-reference");
        }
        if (annotation(component, record, OrNumber.class) != null) {
            property.addType("integer");
        }
        if (isTaken && component.getType() == String.class && property.getMaxLength() == null && choice == null) {
            property.setMaxLength(Text.LONGEST);
        }
    }

    private static <A extends Annotation> @Nullable A annotation(
            RecordComponent component, Class<?> record, Class<A> type) {
        return Arrays.stream(record.getDeclaredFields())
                .filter(field -> field.getName().equals(component.getName()))
                .map(field -> {
                    A onField = field.getAnnotation(type);
                    return onField == null ? field.getAnnotatedType().getAnnotation(type) : onField;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getTypes() != null && schema.getEnum() == null && schema.get$ref() == null) {
            schema.addType("null");
            return schema;
        }
        if (schema.get$ref() == null && schema.getEnum() == null) {
            return schema;
        }
        Schema<?> nothing = new JsonSchema();
        nothing.addType("null");
        Schema<?> either = new JsonSchema();
        either.setDescription(schema.getDescription());
        either.setAnyOf(List.of(schema, nothing));
        return either;
    }
}
