package org.dermarium.challenge.scoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dermarium.challenge.submission.Status;
import org.springframework.stereotype.Component;

/** How long scoring takes and how it ends. All ends are counted from 0 on: an alert sees the first failure as a rise. */
@Component
class ScoringMetrics {

    private static final Set<Status> ENDS = Set.of(Status.SUCCEEDED, Status.FAILED, Status.INTERNAL_FAILURE);

    private final Timer time;
    private final Map<Status, Counter> outcomes = new EnumMap<>(Status.class);

    ScoringMetrics(MeterRegistry meters) {
        time = Timer.builder("dermarium.scoring.time")
                .description("from taking a submission up until its score is written")
                .publishPercentileHistogram()
                .register(meters);
        for (Status end : ENDS) {
            outcomes.put(
                    end,
                    Counter.builder("dermarium.scoring.outcome")
                            .description("submissions by how their scoring ended")
                            .tag("status", end.label())
                            .register(meters));
        }
    }

    void ended(Timer.Sample sample, Status end) {
        sample.stop(time);
        Objects.requireNonNull(outcomes.get(end), () -> end + " is no end").increment();
    }
}
