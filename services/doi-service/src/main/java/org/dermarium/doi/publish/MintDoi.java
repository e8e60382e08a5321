package org.dermarium.doi.publish;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.RegistrarAway;
import org.dermarium.doi.datacite.RegistrarRefused;
import org.dermarium.doi.datacite.Registration;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.draft.DescribeDois;
import org.dermarium.doi.draft.Doi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has the DOI made findable. The name is chosen by us and the call repeats without harm, so a lost answer mints nothing
 * twice; what counts is what the registrar shows when it is asked afterwards.
 */
@Component
class MintDoi implements TakeStep {

    private final DescribeDois describe;
    private final Registrar registrar;
    private final Publications publications;
    private final MintMetrics metrics;
    private final Clock clock;

    MintDoi(DescribeDois describe, Registrar registrar, Publications publications, MintMetrics metrics, Clock clock) {
        this.describe = describe;
        this.registrar = registrar;
        this.publications = publications;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.MINT;
    }

    @Override
    public Outcome take(Doi doi, Publication publication) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant issuedAt = publications.issue(doi.name(), now).block();
        if (issuedAt == null) {
            return Outcome.Waits.silently();
        }
        DataSet dataSet = describe.toPublish(doi, issuedAt).blockOptional().orElseThrow();
        try {
            String refusal = publish(dataSet);
            boolean isFindable = registrar
                    .find(doi.name())
                    .filter(r -> r.state() == Registration.State.FINDABLE)
                    .isPresent();
            if (refusal != null && !isFindable) {
                metrics.attempted("refused");
                return new Outcome.Back("The registrar refuses the DOI: " + refusal);
            }
            metrics.attempted(isFindable ? "findable" : "unconfirmed");
            return isFindable
                    ? new Outcome.Done()
                    : new Outcome.Away(null, "The registrar does not show the DOI as findable yet.");
        } catch (RegistrarAway away) {
            metrics.attempted("away");
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
