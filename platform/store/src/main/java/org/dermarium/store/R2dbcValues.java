package org.dermarium.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Values in and out of statements. */
public final class R2dbcValues {

    private R2dbcValues() {}

    /** Binds a value that may be null. */
    public static GenericExecuteSpec bind(
            GenericExecuteSpec statement, String name, @Nullable Object value, Class<?> type) {
        return value == null
                ? statement.bind(name, Parameters.in(type))
                : statement.bind(name, value instanceof Instant at ? utc(at) : value);
    }

    /** In microseconds: the database would round where cursors cut off. */
    public static OffsetDateTime utc(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A column that is never null. */
    public static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    public static long number(Readable row, String column) {
        return get(row, column, Long.class);
    }

    public static boolean flag(Readable row, String column) {
        return get(row, column, Boolean.class);
    }

    public static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    public static Instant at(Readable row, String column) {
        return get(row, column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant atOrNull(Readable row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
