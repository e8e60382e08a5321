package org.dermarium.projection.table;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A read model in PostgreSQL: a table with a row for each key, and what its columns are told by a state. The table must
 * have a column {@code version}, written or generated; columns that are not named here are the service's own and stay as
 * they are. A value is written as JSON and read by PostgreSQL as its column's type: arrays, times and JSON need no more
 * than that.
 *
 * @param key the column of the primary key, whose text is {@link Aggregate#key()}
 * @param kept whether a state is kept at all
 */
public record Table<A extends Aggregate>(
        Class<A> type, String name, String key, List<Column<A>> columns, Predicate<A> kept) {

    /** A column and its value. */
    public record Column<A>(String name, Function<A, @Nullable Object> value) {}

    /** A table whose key column has this value. */
    public static <A extends Aggregate> Table<A> of(
            Class<A> type, String name, String key, Function<A, @Nullable Object> value) {
        return new Table<>(type, name, key, List.of(new Column<>(key, value)), state -> true);
    }

    /** The same table with one more column. An {@link Aggregate} is kept whole, as it is on the bus. */
    public Table<A> column(String column, Function<A, @Nullable Object> value) {
        List<Column<A>> all = Stream.concat(columns.stream(), Stream.of(new Column<>(column, value)))
                .toList();
        return new Table<>(type, name, key, all, kept);
    }

    /** The same table without rows for other states; once a state of a key is kept, all newer ones must be. */
    public Table<A> only(Predicate<A> states) {
        return new Table<>(type, name, key, columns, states);
    }

    /** Writes {@code :rows} to a table with the same columns; gives the keys whose state was newer. */
    String merge(String target) {
        return """
                insert into %1$s (%2$s)
                select %2$s from json_populate_recordset(null::%3$s, cast(:rows as json))
                on conflict (%4$s) do update set %5$s where %1$s.version < excluded.version
                returning %4$s::text""".formatted(target, all(""), name, key, assignments());
    }

    /** Takes away the rows that another table with the same columns does not have. */
    String removeAllBut(String target) {
        return "delete from %1$s t where not exists (select from %2$s r where r.%3$s = t.%3$s)"
                .formatted(name, target, key);
    }

    /** Makes the rows as they are in another table with the same columns; equal ones are left alone. */
    String takeFrom(String target) {
        return """
                insert into %1$s (%2$s) select %2$s from %3$s
                on conflict (%4$s) do update set %5$s where (%6$s) is distinct from (%7$s)""".formatted(name, all(""), target, key, assignments(), all(name + "."), all("excluded."));
    }

    /** All rows as one JSON document. */
    String rows(List<A> states) {
        var text = new StringWriter();
        try (JsonGenerator json = EventJson.mapper().createGenerator(text)) {
            json.writeStartArray();
            states.forEach(state -> write(json, state));
            json.writeEndArray();
        }
        return text.toString();
    }

    private void write(JsonGenerator json, A state) {
        json.writeStartObject();
        for (Column<A> column : columns) {
            json.writeName(column.name);
            json.writePOJO(value(column.value.apply(state)));
        }
        json.writeEndObject();
    }

    /** The database would round where cursors cut off. */
    private static @Nullable Object value(@Nullable Object value) {
        return value instanceof Instant at ? at.truncatedTo(ChronoUnit.MICROS) : value;
    }

    private String all(String qualifier) {
        return columns.stream().map(c -> qualifier + c.name).collect(Collectors.joining(", "));
    }

    private String assignments() {
        return columns.stream()
                .map(Column::name)
                .filter(c -> !c.equals(key))
                .map(c -> c + " = excluded." + c)
                .collect(Collectors.joining(", "));
    }
}
