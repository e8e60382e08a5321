package org.dermarium.doi.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the calls that are to make DOIs findable, by what came of them. */
@Component
class MintMetrics {

    private static final List<String> OUTCOMES = List.of("findable", "unconfirmed", "away", "refused");

    private final MeterRegistry meters;

    MintMetrics(MeterRegistry meters) {
        this.meters = meters;
        // There from the start, so that the first one shows as a rise.
        OUTCOMES.forEach(this::counter);
    }

    void attempted(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("dermarium.doi.mint.attempts")
                .tag("outcome", outcome)
                .description("calls to the registrar that are to make a DOI findable")
                .register(meters);
    }
}
