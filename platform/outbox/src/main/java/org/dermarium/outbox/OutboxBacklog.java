package org.dermarium.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Tells how many events wait and how long the oldest has waited; asked when metrics are scraped. */
class OutboxBacklog implements MeterBinder {

    private final OutboxSettings settings;

    OutboxBacklog(OutboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dermarium.outbox.pending", () -> ask("select count(*) from outbox"))
                .description("events written but not yet acknowledged by the broker")
                .register(meters);
        Gauge.builder(
                        "dermarium.outbox.oldest",
                        () -> ask("select coalesce(extract(epoch from now() - min(created_at)), 0) from outbox"))
                .baseUnit("seconds")
                .description("age of the oldest waiting event")
                .register(meters);
    }

    private double ask(String sql) {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getDouble(1) : Double.NaN;
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
