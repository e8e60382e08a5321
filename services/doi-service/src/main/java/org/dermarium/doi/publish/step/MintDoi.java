package org.dermarium.doi.publish.step;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.RegistrarAway;
import org.dermarium.doi.datacite.RegistrarRefused;
import org.dermarium.doi.datacite.Registration;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dois.DataSets;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Publications;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.work.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has the DOI made findable. The name is chosen by us and the call repeats without harm, so a lost answer mints nothing
 * twice; what counts is what the registrar shows when it is asked afterwards.
 */
@Component
class MintDoi implements TakeStep {

    /** What came of a call. */
    private enum Ending {
        FINDABLE,
        UNCONFIRMED,
        AWAY,
        REFUSED
    }

    private final DataSets dataSets;
    private final Registrar registrar;
    private final Publications publications;
    private final Map<Ending, Counter> attempts = new EnumMap<>(Ending.class);
    private final Clock clock;

    MintDoi(DataSets dataSets, Registrar registrar, Publications publications, MeterRegistry meters, Clock clock) {
        this.dataSets = dataSets;
        this.registrar = registrar;
        this.publications = publications;
        this.clock = clock;
        // There from the start, so that the first one shows as a rise.
        for (Ending ending : Ending.values()) {
            attempts.put(ending, counter(ending, meters));
        }
    }

    private static Counter counter(Ending ending, MeterRegistry meters) {
        return Counter.builder("dermarium.doi.mint.attempts")
                .tag("outcome", ending.name().toLowerCase(Locale.ROOT))
                .description("calls to the registrar that are to make a DOI findable")
                .register(meters);
    }

    private void count(Ending ending) {
        Objects.requireNonNull(attempts.get(ending)).increment();
    }

    @Override
    public Step step() {
        return Step.MINT;
    }

    @Override
    public Outcome take(Doi doi, Publication publication, Held held) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var issuedAt = new AtomicReference<@Nullable Instant>();
        held.write(publications.issue(doi.name(), now).doOnNext(issuedAt::set));
        Instant at = issuedAt.get();
        if (at == null) {
            return Outcome.Waits.silently();
        }
        DataSet dataSet = dataSets.toPublish(doi, at).blockOptional().orElseThrow();
        try {
            String refusal = publish(dataSet);
            boolean isFindable = registrar
                    .find(doi.name())
                    .filter(r -> r.state() == Registration.State.FINDABLE)
                    .isPresent();
            if (refusal != null && !isFindable) {
                count(Ending.REFUSED);
                return new Outcome.Back("The registrar refuses the DOI: " + refusal);
            }
            count(isFindable ? Ending.FINDABLE : Ending.UNCONFIRMED);
            return isFindable
                    ? new Outcome.Done()
                    : new Outcome.Away(null, "The registrar does not show the DOI as findable yet.");
        } catch (RegistrarAway away) {
            count(Ending.AWAY);
            return new Outcome.Away(
                    away.retryAfter().orElse(null), "The registrar does not answer; it is tried again by itself.");
        }
    }

    /** Why not; what is refused now may have been accepted before, with an answer that was lost. */
    private @Nullable String publish(DataSet dataSet) throws RegistrarAway {
        try {
            registrar.publish(dataSet);
            return null;
        } catch (RegistrarRefused refused) {
            return refused.reason();
        }
    }
}
