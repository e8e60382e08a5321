package org.dermarium.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventJson;
import org.dermarium.events.bus.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes events into the outbox table inside the caller's R2DBC transaction. */
public class Outbox {

    private static final String INSERT = """
            insert into outbox(event_id, topic, msg_key, type, payload, traceparent, created_at)
            select * from unnest(:ids::uuid[], :topics::text[], :keys::text[], :types::text[], :payloads::text[],
                                 :parents::text[], :times::timestamptz[])""";

    private final DatabaseClient db;
    private final TraceParent traces;

    Outbox(DatabaseClient db, TraceParent traces) {
        this.db = db;
        this.traces = traces;
    }

    /** Publishes the new state once the surrounding transaction commits. */
    public Mono<Void> append(EventType type, Aggregate state) {
        return appendAll(type, List.of(state));
    }

    /** Publishes the new states in this order once the surrounding transaction commits. */
    public Mono<Void> appendAll(EventType type, Collection<? extends Aggregate> states) {
        if (states.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            String parent = traces.current();
            return appendTraced(type, states, state -> state, state -> parent);
        });
    }

    /**
     * As {@link #appendAll}, each state in a trace of its own: a batch does the work of many requests.
     *
     * @param traceparent of the request that began it, or null
     */
    public <T> Mono<Void> appendTraced(
            EventType type,
            Collection<? extends T> changed,
            Function<? super T, ? extends Aggregate> state,
            Function<? super T, @Nullable String> traceparent) {
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> insert(
                changed.stream().map(one -> Event.now(type, state.apply(one))).toList(),
                changed.stream().map(traceparent).toArray(String[]::new)));
    }

    private Mono<Void> insert(List<? extends Event<?>> events, @Nullable String[] parents) {
        return db.sql(INSERT)
                .bind("ids", events.stream().map(Event::id).toArray(UUID[]::new))
                .bind("topics", column(events, e -> e.type().topic().topicName()))
                .bind("keys", column(events, e -> e.state().key()))
                .bind("types", column(events, e -> e.type().typeName()))
                .bind("payloads", column(events, e -> new String(EventJson.write(e.state()), StandardCharsets.UTF_8)))
                .bind("parents", parents)
                .bind("times", events.stream().map(e -> utc(e.at())).toArray(OffsetDateTime[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static String[] column(List<? extends Event<?>> events, Function<Event<?>, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
