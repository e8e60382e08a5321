package org.dermarium.doi.publish;

import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.RegistrarAway;
import org.dermarium.doi.datacite.RegistrarRefused;
import org.dermarium.doi.draft.DescribeDois;
import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.draft.Dois;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps drafts at the registrar as they are here, behind the requests. */
@Component
class TellRegistrar {

    private static final Logger log = LoggerFactory.getLogger(TellRegistrar.class);

    private final Registrar registrar;
    private final DescribeDois describe;
    private final Dois dois;

    TellRegistrar(Registrar registrar, DescribeDois describe, Dois dois) {
        this.registrar = registrar;
        this.describe = describe;
        this.dois = dois;
    }

    /** @param failures in a row before */
    Next tell(Doi doi, int failures) {
        if (!doi.isNewsToRegistrar()) {
            return Next.NEVER;
        }
        try {
            if (doi.isDraft()) {
                registrar.draft(describe.describe(doi).blockOptional().orElseThrow());
            } else {
                registrar.discard(doi.name());
            }
        } catch (RegistrarAway away) {
            return Next.again(failures, away.retryAfter().orElse(null));
        } catch (RegistrarRefused refused) {
            // It says so again when it is to be published, and then somebody looks.
            log.warn("The registrar refuses the {} {}: {}", doi.state(), doi.name(), refused.reason());
        }
        dois.told(doi.name(), doi.version()).block();
        return Next.NEVER;
    }
}
