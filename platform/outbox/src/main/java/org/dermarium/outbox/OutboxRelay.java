package org.dermarium.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.dermarium.loop.Loop;
import org.postgresql.PGConnection;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the outbox to Kafka in the order in which it was written. One relay a database is active, guarded by an advisory
 * lock that falls with its connection; PostgreSQL's NOTIFY wakes it at once. Rows are deleted in the transaction that
 * commits after the broker's acknowledgement, so a crash sends again and never loses.
 */
class OutboxRelay implements SmartLifecycle {

    private static final long LOCK = 0x6465726d_6f757462L;
    private static final int PAUSE_MILLIS = 500;

    /** An array in place of IN keeps the plan an index scan whatever the statistics say. */
    private static final String TAKE = """
            delete from outbox where id = any(array(select id from outbox order by id limit ?))
            returning id, event_id, topic, msg_key, type, payload, traceparent, created_at""";

    private final OutboxSettings settings;
    private final Supplier<? extends Producer<String, byte[]>> producers;
    private final String topicPrefix;
    private final String source;
    private final MeterRegistry meters;
    private final Counter relayed;
    private final Counter failures;
    private final Timer cycles;
    private final Pace pace;
    private final Loop loop;

    OutboxRelay(
            OutboxSettings settings,
            Supplier<? extends Producer<String, byte[]>> producers,
            String topicPrefix,
            String source,
            MeterRegistry meters) {
        this.settings = settings;
        this.producers = producers;
        this.meters = meters;
        this.topicPrefix = topicPrefix;
        this.source = source;
        this.pace = new Pace(settings.interval(), settings.longestInterval());
        this.loop = new Loop("outbox-relay", this::relay, meters);
        this.relayed = Counter.builder("dermarium.outbox.relayed")
                .description("events acknowledged by the broker")
                .register(meters);
        this.failures = Counter.builder("dermarium.outbox.failures")
                .description("relay cycles that failed and will be tried again")
                .register(meters);
        this.cycles = Timer.builder("dermarium.outbox.cycle")
                .description("time to send and delete one batch")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private void relay() throws Exception {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            if (lock(connection)) {
                relay(connection);
            } else {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            failures.increment();
            throw e;
        }
    }

    /** With a producer of its own each time: one that has failed for good would go on failing. */
    private void relay(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        Producer<String, byte[]> producer = producers.get();
        try (var metrics = new KafkaClientMetrics(producer)) {
            metrics.bindTo(meters);
            relay(connection, producer);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private void relay(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        var notifications = connection.unwrap(PGConnection.class);
        connection.setAutoCommit(false);
        while (!Thread.currentThread().isInterrupted()) {
            int drained = drain(connection, producer);
            if (drained == 0) {
                notifications.getNotifications((int) settings.safetyPoll().toMillis());
            } else if (drained < settings.batch()) {
                TimeUnit.NANOSECONDS.sleep(pace.rest(drained));
            }
        }
    }

    private int drain(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        long began = System.nanoTime();
        List<OutboxRow> rows = take(connection);
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(producer.send(row.toRecord(topicPrefix, source)));
        }
        for (Future<RecordMetadata> acknowledged : sent) {
            acknowledged.get();
        }
        connection.commit();
        if (!rows.isEmpty()) {
            relayed.increment(rows.size());
            cycles.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
        return rows.size();
    }

    private List<OutboxRow> take(Connection connection) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setInt(1, settings.batch());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.read(result));
                }
            }
        }
        rows.sort(Comparator.comparingLong(OutboxRow::id));
        return rows;
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
