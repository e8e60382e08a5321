package org.dermarium.input.webflux;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.dermarium.input.json.JsonBodies;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link JsonBodies} for WebFlux. */
final class JsonBodyDecoder extends JacksonJsonDecoder {

    private final JsonBodies bodies;

    JsonBodyDecoder(JsonMapper mapper) {
        super(mapper);
        this.bodies = new JsonBodies(mapper);
    }

    @Override
    public Object decode(
            DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        try (InputStream body = buffer.asInputStream(true)) {
            return bodies.read(body, type.getType());
        } catch (JacksonException | IOException e) {
            throw new DecodingException("not JSON", e);
        }
    }
}
