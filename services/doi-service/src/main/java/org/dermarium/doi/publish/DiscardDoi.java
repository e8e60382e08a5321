package org.dermarium.doi.publish;

import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Doi.State;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives up a DOI for good, also one that is on its way, until the registrar may have made it findable. */
@Service
class DiscardDoi {

    private final Dois dois;
    private final Publications publications;
    private final Releases releases;
    private final ObjectLedger ledger;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    DiscardDoi(
            Dois dois,
            Publications publications,
            Releases releases,
            ObjectLedger ledger,
            WorkQueues queues,
            TransactionalOperator transaction) {
        this.dois = dois;
        this.publications = publications;
        this.releases = releases;
        this.ledger = ledger;
        this.work = queues.named(Dois.QUEUE);
        this.transaction = transaction;
    }

    Mono<Void> discard(Member member, String slug) {
        return transaction.transactional(dois.claim(member, slug).flatMap(doi -> {
            if (!doi.isInHandsOf(member)) {
                return Mono.error(Refusal.forbidden("You do not have permission to discard this DOI."));
            }
            return switch (doi.state()) {
                case DRAFT -> giveUp(doi);
                case PUBLISHING ->
                    publications
                            .of(doi.name())
                            .filter(Publication::isIssued)
                            .flatMap(issued -> Mono.<Void>error(Refusal.conflict(
                                    "This DOI is at the registrar already and can no longer be discarded.")))
                            .switchIfEmpty(Mono.defer(() -> giveUp(doi)));
                case PUBLISHED, DISCARDED ->
                    Mono.error(Refusal.conflict("This DOI is published and can no longer be changed."));
            };
        }));
    }

    private Mono<Void> giveUp(Doi doi) {
        return releases.discard(doi.name())
                .then(dois.move(doi.name(), State.DISCARDED))
                .then(ledger.giveUpAtOnce(
                        doi.supplements().stream().map(Supplement::object).toList()))
                .then(work.add(doi.name()));
    }
}
