package org.dermarium.input.json;

import java.util.List;
import java.util.stream.Stream;
import org.dermarium.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.json.JsonMapper;

/** Notes what does not fit and reads on, so that one answer names all of it. */
final class NoteProblems extends DeserializationProblemHandler {

    private static final JsonMapper WORDS = new JsonMapper();

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object bean,
            String name) {
        note(context, parser, "extra_forbidden", "Extra inputs are not permitted");
        return true;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType wanted, JsonToken token, JsonParser parser, String message) {
        if (wanted.isCollectionLikeType() || wanted.isArrayType()) {
            note(context, parser, "list_type", "Input should be a valid list");
        } else if (wanted.isMapLikeType()) {
            note(context, parser, "dict_type", "Input should be a valid dictionary");
        } else {
            noteNoObject(context, parser);
        }
        return null;
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> wanted,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message) {
        noteNoObject(context, parser);
        return null;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> wanted, String text, String message) {
        Object[] values = wanted.getEnumConstants();
        if (values == null) {
            return NOT_HANDLED;
        }
        List<String> allowed = Stream.of(values).map(NoteProblems::word).toList();
        JsonBodies.found(context).add(Problem.notOneOf(Places.of(context.getParser()), allowed));
        return null;
    }

    private static String word(Object constant) {
        return WORDS.convertValue(constant, String.class);
    }

    private static void noteNoObject(DeserializationContext context, JsonParser parser) {
        JsonBodies.found(context).add(Problem.notAnObject(Places.of(parser)));
        parser.skipChildren();
    }

    private static void note(DeserializationContext context, JsonParser parser, String type, String message) {
        JsonBodies.found(context).add(new Problem(type, Places.of(parser), message, null));
        parser.skipChildren();
    }
}
