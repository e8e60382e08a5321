package org.dermarium.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One waiting event, and the Kafka record with CloudEvents 1.0 headers that it becomes. */
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        byte[] payload,
        @Nullable String traceparent,
        Instant at) {

    static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("msg_key"),
                row.getString("type"),
                row.getString("payload").getBytes(StandardCharsets.UTF_8),
                row.getString("traceparent"),
                row.getTimestamp("created_at").toInstant());
    }

    ProducerRecord<String, byte[]> toRecord(String topicPrefix, String source) {
        var sent = new ProducerRecord<>(topicPrefix + topic, key, payload);
        header(sent, "ce_specversion", "1.0");
        header(sent, "ce_id", eventId.toString());
        header(sent, "ce_type", type);
        header(sent, "ce_source", "/" + source);
        header(sent, "ce_subject", key);
        header(sent, "ce_time", at.toString());
        header(sent, "content-type", "application/json");
        if (traceparent != null) {
            header(sent, "traceparent", traceparent);
        }
        return sent;
    }

    private static void header(ProducerRecord<?, ?> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
