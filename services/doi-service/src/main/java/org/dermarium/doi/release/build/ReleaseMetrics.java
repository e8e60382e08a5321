package org.dermarium.doi.release.build;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What is seen of the builder from outside. */
@Component
class ReleaseMetrics {

    private final Counter bytes;
    private final Counter failures;
    private final AtomicInteger building = new AtomicInteger();

    ReleaseMetrics(MeterRegistry meters) {
        bytes = Counter.builder("dermarium.release.bytes")
                .description("bytes of frozen archives packed")
                .baseUnit("bytes")
                .register(meters);
        failures = Counter.builder("dermarium.release.failures")
                .description("attempts to build a release that failed and will be repeated")
                .register(meters);
        Gauge.builder("dermarium.release.building", building::get)
                .description("releases that this instance builds now")
                .register(meters);
    }

    void packed(long count) {
        bytes.increment(count);
    }

    void failed() {
        failures.increment();
    }

    void begun() {
        building.incrementAndGet();
    }

    void ended() {
        building.decrementAndGet();
    }
}
