package org.dermarium.input.json;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.dermarium.web.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * A number, a truth value or a time that is taken as nothing else: no text for a number, no number for a truth value. What
 * does not fit is noted with the type that is wanted, and reading goes on.
 */
final class StrictScalar<T> extends StdScalarDeserializer<T> {

    /** Databases know no times very far away. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final transient Function<JsonParser, @Nullable T> read;
    private final String code;
    private final String message;

    private StrictScalar(Class<T> type, Function<JsonParser, @Nullable T> read, String code, String message) {
        super(type);
        this.read = read;
        this.code = code;
        this.message = message;
    }

    static void addTo(SimpleModule module) {
        add(module, Boolean.class, StrictScalar::truth, "bool_type", "Input should be a valid boolean");
        add(module, Long.class, StrictScalar::whole, "int_type", "Input should be a valid integer");
        add(module, Integer.class, StrictScalar::small, "int_type", "Input should be a valid integer");
        add(module, Double.class, StrictScalar::number, "float_type", "Input should be a valid number");
        String time = "Input should be a valid datetime with its offset, such as 2026-12-01T09:00:00Z";
        add(module, Instant.class, StrictScalar::time, "datetime_type", time);
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        T value = read.apply(parser);
        if (value == null) {
            JsonBodies.found(context).add(new Problem(code, Places.of(parser), message, null));
            parser.skipChildren();
        }
        return value;
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<JsonParser, @Nullable T> read, String code, String message) {
        module.addDeserializer(type, new StrictScalar<>(type, read, code, message));
    }

    private static @Nullable Boolean truth(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static @Nullable Long whole(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return null;
        }
        BigInteger value = parser.getBigIntegerValue();
        return value.bitLength() < Long.SIZE ? value.longValue() : null;
    }

    private static @Nullable Integer small(JsonParser parser) {
        Long value = whole(parser);
        return value == null || value.intValue() != value ? null : value.intValue();
    }

    private static @Nullable Double number(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                && parser.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            return null;
        }
        double value = parser.getDoubleValue();
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Instant time(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(parser.getString().strip()).toInstant();
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
