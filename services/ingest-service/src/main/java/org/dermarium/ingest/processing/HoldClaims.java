package org.dermarium.ingest.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Renews the leases of claims on the way, and looks how much waits. */
@Component
@EnableScheduling
class HoldClaims {

    private static final Logger log = LoggerFactory.getLogger(HoldClaims.class);

    private final ProcessAccessions processing;
    private final AccessionQueue queue;
    private final ProcessingSettings settings;
    private volatile AccessionQueue.Backlog backlog = new AccessionQueue.Backlog(0, 0);

    HoldClaims(ProcessAccessions processing, AccessionQueue queue, ProcessingSettings settings, MeterRegistry meters) {
        this.processing = processing;
        this.queue = queue;
        this.settings = settings;
        Gauge.builder("dermarium.ingest.waiting", () -> backlog.waiting())
                .description("accessions not processed yet")
                .register(meters);
        Gauge.builder("dermarium.ingest.oldest", () -> backlog.oldestSeconds())
                .baseUnit("seconds")
                .description("age of the oldest accession not processed yet")
                .register(meters);
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 2_000)
    void renew() {
        try {
            Set<Claim> held = processing.held();
            if (!held.isEmpty()) {
                queue.renew(held, settings.lease());
            }
            backlog = queue.backlog();
        } catch (RuntimeException e) {
            log.warn("Leases were not renewed: {}", e.toString());
        }
    }
}
