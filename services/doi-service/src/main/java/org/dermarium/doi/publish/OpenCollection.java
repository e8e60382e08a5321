package org.dermarium.doi.publish;

import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.draft.Dois;
import org.dermarium.doi.member.KnownCollection;
import org.dermarium.doi.member.Members;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Asks for the collection to be public and waits until it is. */
@Component
class OpenCollection implements TakeStep {

    private final Members members;
    private final Dois dois;
    private final TransactionalOperator transaction;

    OpenCollection(Members members, Dois dois, TransactionalOperator transaction) {
        this.members = members;
        this.dois = dois;
        this.transaction = transaction;
    }

    @Override
    public Step step() {
        return Step.OPEN;
    }

    @Override
    public Outcome take(Doi doi, Publication publication) {
        if (!doi.open()) {
            transaction.transactional(dois.open(doi.name())).block();
        }
        boolean isPublic = members.collection(doi.collection())
                .map(KnownCollection::isPublic)
                .blockOptional()
                .orElse(false);
        return isPublic ? new Outcome.Done() : Outcome.Waits.silently();
    }
}
