package org.dermarium.input.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** The name of a field that the sender chose. */
final class StrictName extends KeyDeserializer {

    /** Characters of a name; those of the reference's own have at most 255. */
    private static final int LONGEST = 255;

    @Override
    public Object deserializeKey(String name, DeserializationContext context) {
        check(name, context.getParser(), context);
        return name;
    }

    static void check(String name, JsonParser parser, DeserializationContext context) {
        JsonBodies.found(context).check(name, true, LONGEST, () -> Places.of(parser));
    }
}
