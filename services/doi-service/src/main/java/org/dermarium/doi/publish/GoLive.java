package org.dermarium.doi.publish;

import java.util.Objects;
import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.draft.Dois;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Shows the DOI to everybody, with the date that the registrar was told. */
@Component
class GoLive implements TakeStep {

    private final Dois dois;
    private final Publications publications;
    private final TransactionalOperator transaction;

    GoLive(Dois dois, Publications publications, TransactionalOperator transaction) {
        this.dois = dois;
        this.publications = publications;
        this.transaction = transaction;
    }

    @Override
    public Step step() {
        return Step.LIVE;
    }

    @Override
    public Outcome take(Doi doi, Publication publication) {
        transaction
                .transactional(dois.publish(doi.name(), Objects.requireNonNull(publication.issuedAt()))
                        .then(publications.advance(doi.name(), Step.LIVE)))
                .block();
        return new Outcome.Done();
    }
}
