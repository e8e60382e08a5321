package org.dermarium.doi.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dermarium.embedded.registrar.Fault;
import org.dermarium.embedded.registrar.Fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the registrar does: one DOI, findable, with the right metadata, and nobody lifts a hand. */
class RegistrarFaultsIT extends RegistrarCase {

    @AfterEach
    void mend() {
        registrar.faults().lift();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                argumentSet(
                        "429 with Retry-After",
                        List.of(fault(Kind.TOO_MANY_REQUESTS).retryAfter(2))),
                argumentSet("429 alone", List.of(fault(Kind.TOO_MANY_REQUESTS))),
                argumentSet(
                        "503 with Retry-After", List.of(fault(Kind.UNAVAILABLE).retryAfter(1))),
                argumentSet("500, three times", List.of(fault(Kind.SERVER_ERROR).times(3))),
                argumentSet("time-out after acceptance", List.of(fault(Kind.LOST_ACKNOWLEDGEMENT))),
                argumentSet("time-out before acceptance", List.of(fault(Kind.SILENCE))),
                argumentSet(
                        "read-back fails", List.of(Fault.once(Kind.SERVER_ERROR).onlyFor("GET"))),
                argumentSet(
                        "one after the other",
                        List.of(
                                fault(Kind.LOST_ACKNOWLEDGEMENT),
                                fault(Kind.TOO_MANY_REQUESTS).retryAfter(1),
                                fault(Kind.OUTAGE),
                                fault(Kind.LOST_ACKNOWLEDGEMENT))));
    }

    private static Fault fault(Kind kind) {
        return Fault.once(kind).onlyFor("PUT");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void publishesOnceAllTheSame(List<Fault> faults) throws Exception {
        Wished wished = wished("Fault " + faults);
        faults.forEach(registrar.faults()::add);

        awaitPublished(wished);

        isPublishedOnce(wished);
        assertThat(registrar.faults().waiting()).as("faults that were not met").isEmpty();
    }

    @Test
    void outlastsHalfAnHourWithoutRegistrar() throws Exception {
        Wished wished = wished("Outage");
        registrar.faults().add(Fault.lasting(Kind.OUTAGE));
        awaitProblem(wished);
        for (int minute = 0; minute < 30; minute++) {
            forward(Duration.ofMinutes(1));
        }
        assertThat(doi(wished.slug()).get("state").asString()).isEqualTo("publishing");
        assertThat(doi(wished.slug()).get("progress").get("problem").asString())
                .isEqualTo("The registrar does not answer; it is tried again by itself.");

        registrar.faults().lift();
        forward(Duration.ofMinutes(1));

        awaitPublished(wished);
        isPublishedOnce(wished);
    }

    @Test
    void storesTheDraftWhenTheRegistrarIsBack() throws Exception {
        registrar.faults().add(fault(Kind.LOST_ACKNOWLEDGEMENT));
        registrar.faults().add(fault(Kind.SERVER_ERROR));
        Wished wished = wished("Late draft");
        awaitPublished(wished);
        isPublishedOnce(wished);
    }
}
