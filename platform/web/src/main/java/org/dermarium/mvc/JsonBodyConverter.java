package org.dermarium.mvc;

import java.io.IOException;
import java.util.Map;
import org.dermarium.input.json.JsonBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link JsonBodies} for MVC. */
final class JsonBodyConverter extends JacksonJsonHttpMessageConverter {

    private final JsonBodies bodies;

    JsonBodyConverter(JsonMapper mapper) {
        super(mapper);
        this.bodies = new JsonBodies(mapper);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            return bodies.read(message.getBody(), type.getType());
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("not JSON", e, message);
        }
    }
}
