package org.dermarium.work.loop;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;
import org.dermarium.work.Backlog;

/** What operators see of a queue. */
final class WorkMetrics {

    private final String queue;
    private final MeterRegistry meters;
    private volatile Backlog backlog = Backlog.NONE;

    WorkMetrics(String queue, MeterRegistry meters) {
        this.queue = queue;
        this.meters = meters;
        gauge("dermarium.work.backlog", "jobs", "jobs that are due", Backlog::waiting);
        gauge("dermarium.work.oldest", "seconds", "how long a job has waited for a success", Backlog::oldest);
        gauge("dermarium.work.aside", "jobs", "jobs that were set aside and wait for a person", Backlog::aside);
    }

    private void gauge(String name, String unit, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.backlog))
                .tag("queue", queue)
                .baseUnit(unit)
                .description(description)
                .register(meters);
    }

    void backlog(Backlog seen) {
        backlog = seen;
    }

    Timer.Sample begun() {
        return Timer.start(meters);
    }

    /** @param outcome done, again, failed, postponed, given_up, aside, lost or unsettled */
    void ended(Timer.Sample sample, String outcome) {
        sample.stop(Timer.builder("dermarium.work.pieces")
                .tag("queue", queue)
                .tag("outcome", outcome)
                .description("time that pieces of work took, by how they ended")
                .publishPercentileHistogram()
                .register(meters));
    }
}
