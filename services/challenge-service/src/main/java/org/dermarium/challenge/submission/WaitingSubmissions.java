package org.dermarium.challenge.submission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** How many submissions wait for their score and how long the oldest has waited; asked when metrics are scraped. */
@Repository
class WaitingSubmissions implements MeterBinder {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String WAITING = " from submission where status in ('queued', 'scoring')";

    private final DatabaseClient db;

    WaitingSubmissions(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("dermarium.submissions.queued", () -> ask("select count(*)::float8" + WAITING))
                .description("submissions that wait for their score")
                .register(meters);
        Gauge.builder(
                        "dermarium.submissions.oldest",
                        () -> ask("select coalesce(extract(epoch from clock_timestamp() - min(changed_at)), 0)::float8"
                                + WAITING))
                .baseUnit("seconds")
                .description("how long the submission has waited that waits longest for its score, or for another one")
                .register(meters);
    }

    private double ask(String sql) {
        try {
            Double value = db.sql(sql).mapValue(Double.class).one().block(LIMIT);
            return value == null ? Double.NaN : value;
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }
}
