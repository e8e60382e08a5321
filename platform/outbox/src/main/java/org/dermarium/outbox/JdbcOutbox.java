package org.dermarium.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import org.dermarium.events.Aggregate;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventJson;
import org.dermarium.events.bus.EventType;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes events into the outbox table inside the caller's JDBC transaction. */
public class JdbcOutbox {

    private final JdbcOperations db;
    private final TraceParent traces;

    JdbcOutbox(JdbcOperations db, TraceParent traces) {
        this.db = db;
        this.traces = traces;
    }

    /** Publishes the new state once the surrounding transaction commits. */
    public void append(EventType type, Aggregate state) {
        var event = Event.now(type, state);
        db.update(
                "insert into outbox(event_id, topic, msg_key, type, payload, traceparent, created_at) values (?,?,?,?,?,?,?)",
                event.id(),
                type.topic().topicName(),
                state.key(),
                type.typeName(),
                new String(EventJson.write(state), StandardCharsets.UTF_8),
                traces.current(),
                Timestamp.from(event.at()));
    }
}
