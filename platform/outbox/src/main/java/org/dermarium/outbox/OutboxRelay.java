package org.dermarium.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the outbox to Kafka in the order in which it was written. One relay a database is active, guarded by an advisory
 * lock that falls with its connection; PostgreSQL's NOTIFY wakes it at once. Rows are deleted in the transaction that
 * commits after the broker's acknowledgement, so a crash sends again and never loses.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x6465726d_6f757462L;
    private static final int PAUSE_MILLIS = 500;

    /** An array in place of IN keeps the plan an index scan whatever the statistics say. */
    private static final String TAKE = """
            delete from outbox where id = any(array(select id from outbox order by id limit ?))
            returning id, event_id, topic, msg_key, type, payload, traceparent, created_at""";

    private final OutboxSettings settings;
    private final Producer<String, byte[]> producer;
    private final String topicPrefix;
    private final String source;
    private final Counter relayed;
    private final Counter failures;
    private final Timer cycles;
    private final Pace pace;
    private volatile @Nullable Thread worker;

    OutboxRelay(
            OutboxSettings settings,
            Producer<String, byte[]> producer,
            String topicPrefix,
            String source,
            MeterRegistry meters) {
        this.settings = settings;
        this.producer = producer;
        this.topicPrefix = topicPrefix;
        this.source = source;
        this.pace = new Pace(settings.interval(), settings.longestInterval());
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
        var thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
                if (lock(connection)) {
                    relay(connection);
                } else {
                    pause();
                }
            } catch (SQLException | ExecutionException e) {
                failures.increment();
                log.warn("Outbox relay failed and tries again: {}", e.toString());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void relay(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        var notifications = connection.unwrap(PGConnection.class);
        connection.setAutoCommit(false);
        while (isRunning()) {
            int drained = drain(connection);
            if (drained == 0) {
                notifications.getNotifications((int) settings.safetyPoll().toMillis());
            } else if (drained < settings.batch()) {
                TimeUnit.NANOSECONDS.sleep(pace.rest(drained));
            }
        }
    }

    private int drain(Connection connection) throws SQLException, ExecutionException, InterruptedException {
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

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000L);
    }
}
