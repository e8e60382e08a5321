package org.dermarium.doi.publish.step;

import java.util.Objects;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Publications;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.work.Held;
import org.springframework.stereotype.Component;

/** Shows the DOI to everybody, with the date that the registrar was told. Its supplements lie with the release by now. */
@Component
class GoLive implements TakeStep {

    private final Dois dois;
    private final Publications publications;
    private final ObjectLedger ledger;

    GoLive(Dois dois, Publications publications, ObjectLedger ledger) {
        this.dois = dois;
        this.publications = publications;
        this.ledger = ledger;
    }

    @Override
    public Step step() {
        return Step.LIVE;
    }

    @Override
    public Outcome take(Doi doi, Publication publication, Held held) {
        held.write(dois.publish(doi.name(), Objects.requireNonNull(publication.issuedAt()))
                .then(publications.advance(doi.name(), Step.LIVE))
                .then(ledger.giveUp(
                        doi.supplements().stream().map(Supplement::object).toList())));
        return new Outcome.Done();
    }
}
