package org.dermarium.input.json;

import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Objects;
import org.dermarium.input.Found;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads JSON bodies: strictly by type, every text bounded, the constraints of records checked, unknown fields refused. It is
 * for what comes from outside alone; what the archive has stored or sent itself is read by the mapper as it is.
 */
public final class JsonBodies {

    private final JsonMapper mapper;
    private final Constraints constraints;

    /** @param mapper says how fields are called */
    public JsonBodies(JsonMapper mapper) {
        var strict = new SimpleModule("input");
        StrictScalar.addTo(strict);
        strict.addDeserializer(String.class, new StrictText());
        strict.addDeserializer(Object.class, new StrictTree());
        strict.addKeyDeserializer(String.class, new StrictName());
        this.mapper = mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(strict)
                .addHandler(new NoteProblems())
                .build();
        this.constraints = new Constraints(this.mapper);
    }

    /**
     * The body, of which nothing is wrong.
     *
     * @throws Refusal naming each field that is wrong
     * @throws tools.jackson.core.JacksonException when it is no JSON
     */
    public Object read(InputStream body, Type type) {
        var found = new Found();
        JavaType wanted = mapper.constructType(type);
        @Nullable
        Object bound =
                mapper.readerFor(wanted).withAttribute(Found.class, found).readValue(body);
        if (bound != null) {
            constraints.check(bound, found);
        }
        found.refuse();
        if (bound == null) {
            throw Refusal.unprocessable(Problem.notAnObject(Problem.body()));
        }
        return bound;
    }

    /** Where what is wrong with the body being read is noted. */
    static Found found(DeserializationContext context) {
        return (Found) Objects.requireNonNull(context.getAttribute(Found.class), "not read here");
    }
}
