package org.dermarium.apidocs.document;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dermarium.web.JsonNull;
import org.jspecify.annotations.Nullable;

/** Reads schemas from types as the wire writes them, and remembers which record each comes from. */
class RecordSchemas extends ModelResolver {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    RecordSchemas(ObjectMapper words) {
        super(words);
        openapi31(true);
    }

    @Override
    public Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        JavaType java = _mapper.constructType(type.getType());
        if (java.hasRawClass(JsonNull.class)) {
            return new JsonSchema().types(Set.of("null"));
        }
        Schema<?> schema = super.resolve(type, context, next);
        if (schema != null && java.isMapLikeType() && schema.get$ref() != null) {
            // A map of its own name has no fields beside its values.
            Objects.requireNonNull(
                            context.getDefinedModels().get(schema.get$ref().substring(SCHEMAS.length())))
                    .setProperties(null);
        }
        if (schema != null && java.isRecordType()) {
            String name = schema.get$ref() != null ? schema.get$ref().substring(SCHEMAS.length()) : schema.getName();
            if (name != null) {
                remember(name, java.getRawClass());
            }
        }
        return schema;
    }

    private void remember(String name, Class<?> record) {
        Class<?> known = records.putIfAbsent(name, record);
        if (known != null && known != record) {
            // The document has one schema of a name, and would show one for the other.
            throw new IllegalStateException("Two records are called " + name + ": " + known + ", " + record);
        }
    }

    /** The record behind a schema, or null. */
    @Nullable
    Class<?> record(String name) {
        return records.get(name);
    }

    /** What its components are called on the wire. */
    Map<String, String> names(Class<?> record) {
        var names = new LinkedHashMap<String, String>();
        for (BeanPropertyDefinition property : _mapper.getSerializationConfig()
                .introspect(_mapper.constructType(record))
                .findProperties()) {
            names.put(property.getInternalName(), property.getName());
        }
        return names;
    }
}
