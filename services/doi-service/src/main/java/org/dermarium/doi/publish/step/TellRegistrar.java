package org.dermarium.doi.publish.step;

import java.time.Clock;
import java.time.Duration;
import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.RegistrarAway;
import org.dermarium.doi.datacite.RegistrarRefused;
import org.dermarium.doi.dois.DataSets;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.work.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps drafts at the registrar as they are here, behind the requests. */
@Component
class TellRegistrar {

    private static final Logger log = LoggerFactory.getLogger(TellRegistrar.class);

    private final Registrar registrar;
    private final DataSets dataSets;
    private final Dois dois;
    private final Clock clock;

    TellRegistrar(Registrar registrar, DataSets dataSets, Dois dois, Clock clock) {
        this.registrar = registrar;
        this.dataSets = dataSets;
        this.dois = dois;
        this.clock = clock;
    }

    Settlement tell(Doi doi) {
        if (!doi.isNewsToRegistrar()) {
            return Settlement.done();
        }
        try {
            if (doi.isDraft()) {
                registrar.draft(dataSets.describe(doi).blockOptional().orElseThrow());
            } else {
                registrar.discard(doi.name());
            }
        } catch (RegistrarAway away) {
            Duration waiting = Duration.between(doi.changedAt(), clock.instant());
            return Settlement.postponed(
                    String.valueOf(away.getMessage()),
                    Pauses.after(waiting, away.retryAfter().orElse(null)));
        } catch (RegistrarRefused refused) {
            // It says so again when it is to be published, and then somebody looks.
            log.warn("The registrar refuses the {} {}: {}", doi.state(), doi.name(), refused.reason());
        }
        return Settlement.done().with(dois.told(doi.name(), doi.version()));
    }
}
