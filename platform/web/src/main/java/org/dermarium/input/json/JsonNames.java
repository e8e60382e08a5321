package org.dermarium.input.json;

import jakarta.validation.ConstraintViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** What the fields of a record are called on the wire, in the record's order. */
final class JsonNames implements PropertyNodeNameProvider {

    private final JsonMapper mapper;
    private final Map<Class<?>, Map<String, String>> known = new ConcurrentHashMap<>();

    JsonNames(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String getName(Property property) {
        String name = property.getName();
        return property instanceof JavaBeanProperty bean
                ? of(bean.getDeclaringClass()).getOrDefault(name, name)
                : name;
    }

    /** Where among the record's fields the violation's first one stands. */
    int position(Class<?> type, ConstraintViolation<?> violation) {
        String first = violation.getPropertyPath().iterator().next().getName();
        return List.copyOf(of(type).values()).indexOf(first);
    }

    private Map<String, String> of(Class<?> type) {
        return known.computeIfAbsent(type, this::read);
    }

    private Map<String, String> read(Class<?> type) {
        DeserializationConfig config = mapper.deserializationConfig();
        JavaType javaType = mapper.constructType(type);
        ClassIntrospector introspector = config.classIntrospectorInstance();
        var names = new LinkedHashMap<String, String>();
        for (BeanPropertyDefinition property : introspector
                .introspectForDeserialization(javaType, introspector.introspectClassAnnotations(javaType))
                .findProperties()) {
            names.put(property.getInternalName(), property.getName());
        }
        return names;
    }
}
