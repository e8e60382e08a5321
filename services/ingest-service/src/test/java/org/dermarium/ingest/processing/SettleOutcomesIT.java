package org.dermarium.ingest.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SettleOutcomesIT extends IngestCase {

    private static final int IMAGES = 40;
    private static final int AT_ONCE = 3;

    @Autowired
    private MeterRegistry meters;

    @Test
    void writesImagesThatComeOneByOneInFewBatches() {
        long cohort = cohort();
        awaitNothingOnItsWay();
        Timer batches = meters.get("dermarium.ingest.settle").timer();
        long before = batches.count();
        long began = System.nanoTime();
        for (int i = 0; i < IMAGES; i++) {
            accession(cohort, i + ".jpg", LesionImages.jpeg(i, 64, 48));
        }
        awaitNothingOnItsWay();
        long intervals = Duration.ofNanos(System.nanoTime() - began).dividedBy(SettleOutcomes.INTERVAL);
        assertThat(batches.count() - before).isBetween(1L, AT_ONCE + 1 + intervals);
    }
}
