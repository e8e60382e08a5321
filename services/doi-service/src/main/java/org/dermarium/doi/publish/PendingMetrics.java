package org.dermarium.doi.publish;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Tells how many DOIs are on their way to the public, in which step, and since when; asked when metrics are scraped. */
@Repository
class PendingMetrics implements MeterBinder {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String BY_STEPS = """
            select p.step, count(*) as n from publication p join doi d on d.doi = p.doi
            where d.state = 'publishing' group by p.step""";

    private static final String OLDEST = """
            select coalesce(min(p.requested_at), :now) as oldest
            from publication p join doi d on d.doi = p.doi where d.state = 'publishing'""";

    private final DatabaseClient db;
    private final Clock clock;
    private Instant readAt = Instant.EPOCH;
    private Map<String, Long> bySteps = Map.of();

    PendingMetrics(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Step step : Step.values()) {
            Gauge.builder("dermarium.doi.pending", () -> pending(step))
                    .tag("step", step.label())
                    .description("DOIs on their way to the public")
                    .register(meters);
        }
        Gauge.builder("dermarium.doi.pending.oldest", this::oldest)
                .baseUnit("seconds")
                .description("since when the DOI waits that has waited longest to be public")
                .register(meters);
    }

    /** One scrape asks once for all steps. */
    private synchronized double pending(Step step) {
        try {
            if (readAt.plus(FRESH).isBefore(clock.instant())) {
                bySteps = db.sql(BY_STEPS)
                        .map(row -> Map.entry(text(row, "step"), number(row, "n")))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                        .blockOptional(LIMIT)
                        .orElseThrow();
                readAt = clock.instant();
            }
            return bySteps.getOrDefault(step.label(), 0L);
        } catch (RuntimeException away) {
            return Double.NaN;
        }
    }

    private double oldest() {
        try {
            return db.sql(OLDEST)
                    .bind("now", utc(clock.instant()))
                    .mapValue(OffsetDateTime.class)
                    .one()
                    .map(at -> Duration.between(at.toInstant(), clock.instant()).toMillis() / 1e3)
                    .blockOptional(LIMIT)
                    .orElse(0.0);
        } catch (RuntimeException away) {
            return Double.NaN;
        }
    }
}
