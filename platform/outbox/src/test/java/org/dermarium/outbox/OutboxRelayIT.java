package org.dermarium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private final Isolation corner = Servers.shared().isolate("catalog");
    private final OutboxSettings settings = settings();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger producers = new AtomicInteger();

    @Test
    void survivesAProducerThatFailedForGood() throws Exception {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:db/outbox")
                .load()
                .migrate();
        execute("insert into outbox(event_id, topic, msg_key, type, payload, created_at) "
                + "values (gen_random_uuid(), 'users', '1', 'user-changed', '{}', now())");
        corner.topics().create();
        var relay = new OutboxRelay(settings, this::firstOneIsBroken, corner.topicPrefix(), "catalog", meters);
        relay.start();
        try {
            Eventually.until("the event has left", () -> pending() == 0);
            assertThat(relay.isRunning()).isTrue();
            assertThat(meters.get("dermarium.outbox.failures").counter().count())
                    .isEqualTo(1);
            assertThat(meters.get("dermarium.loop.running").gauge().value()).isEqualTo(1);
        } finally {
            relay.stop();
        }
        assertThat(relay.isRunning()).isFalse();
    }

    private Producer<String, byte[]> firstOneIsBroken() {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Servers.shared().kafka()),
                new StringSerializer(),
                new ByteArraySerializer());
        if (producers.getAndIncrement() == 0) {
            // From now on its send() throws an IllegalStateException.
            producer.close();
        }
        return producer;
    }

    private long pending() {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private OutboxSettings settings() {
        Map<String, String> names = corner.properties();
        return new OutboxSettings(
                names.get("dermarium.outbox.url"),
                names.get("dermarium.outbox.user"),
                names.get("dermarium.outbox.password"),
                500,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(1));
    }
}
