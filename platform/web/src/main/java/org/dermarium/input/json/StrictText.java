package org.dermarium.input.json;

import org.dermarium.input.Found;
import org.dermarium.input.Line;
import org.dermarium.input.OrNumber;
import org.dermarium.input.Prose;
import org.dermarium.text.Text;
import org.dermarium.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A text, bounded and without what no text may hold; a number is none. */
final class StrictText extends StdScalarDeserializer<String> {

    private enum Kind {
        RAW,
        RAW_OR_NUMBER,
        PROSE,
        LINE
    }

    private final Kind kind;

    StrictText() {
        this(Kind.RAW);
    }

    private StrictText(Kind kind) {
        super(String.class);
        this.kind = kind;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        if (property == null) {
            return this;
        }
        if (property.getAnnotation(Line.class) != null) {
            return new StrictText(Kind.LINE);
        }
        if (property.getAnnotation(OrNumber.class) != null) {
            return new StrictText(Kind.RAW_OR_NUMBER);
        }
        return property.getAnnotation(Prose.class) != null ? new StrictText(Kind.PROSE) : this;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        Found found = JsonBodies.found(context);
        if (kind == Kind.RAW_OR_NUMBER && parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Text.cut(parser.getString(), Text.SHOWN);
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            found.add(new Problem("string_type", Places.of(parser), "Input should be a valid string", null));
            parser.skipChildren();
            return null;
        }
        String given = parser.getString();
        String text = kind == Kind.RAW || kind == Kind.RAW_OR_NUMBER ? given : given.strip();
        found.check(text, kind == Kind.LINE, Text.LONGEST, () -> Places.of(parser));
        return text;
    }
}
