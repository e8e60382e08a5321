package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.dermarium.doi.Instance;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service dies at each step, and another one on the same database ends what it began. */
class ResumptionIT extends RegistrarCase {

    /** Nothing of it goes on in memory. */
    private void kill() {
        running.close();
        trap.open();
        running = startAnother();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWhereTheServiceDied(Step step) throws Exception {
        trap.set(step);
        Wished wished = wished("Died at " + step.label());
        Eventually.until("the service dies at " + step.label(), () -> {
            othersAnswer(wished);
            return trap.isSprung();
        });
        assertThat(doi(wished.slug()).get("state").asString()).isEqualTo("publishing");
        assertThat(doi(wished.slug()).get("progress").get("step").asString()).isEqualTo(step.label());

        kill();

        awaitPublished(wished);
        isPublishedOnce(wished);
    }

    @Test
    void twoInstancesMintOnce() throws Exception {
        double before = minted(running);
        try (Instance second = startAnother()) {
            Wished wished = wished("Two at work");
            awaitPublished(wished);
            isPublishedOnce(wished);
            assertThat(minted(running) - before + minted(second)).isEqualTo(1);
        }
    }

    private static double minted(Instance instance) {
        return instance.bean(MeterRegistry.class)
                .get("dermarium.doi.mint.attempts")
                .tag("outcome", "findable")
                .counter()
                .count();
    }
}
