package org.dermarium.doi.publish;

import org.dermarium.doi.draft.Doi;
import org.dermarium.doi.draft.Dois;
import org.dermarium.doi.release.Releases;
import org.dermarium.doi.work.Wakes;
import org.dermarium.doi.work.Work;
import org.dermarium.events.Doi.State;
import org.dermarium.web.Caller.Member;
import org.dermarium.web.Conflict;
import org.dermarium.web.Forbidden;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Gives up a DOI for good, also one that is on its way, until the registrar may have made it findable. */
@Service
class DiscardDoi {

    private final Dois dois;
    private final Publications publications;
    private final Releases releases;
    private final Work work;
    private final Wakes wakes;
    private final TransactionalOperator transaction;

    DiscardDoi(
            Dois dois,
            Publications publications,
            Releases releases,
            Work work,
            Wakes wakes,
            TransactionalOperator transaction) {
        this.dois = dois;
        this.publications = publications;
        this.releases = releases;
        this.work = work;
        this.wakes = wakes;
        this.transaction = transaction;
    }

    Mono<Void> discard(Member member, String slug) {
        return transaction
                .transactional(dois.claim(member, slug).flatMap(doi -> {
                    if (!doi.isInHandsOf(member)) {
                        return Mono.error(new Forbidden("You do not have permission to discard this DOI."));
                    }
                    return switch (doi.state()) {
                        case DRAFT -> giveUp(doi);
                        case PUBLISHING ->
                            publications
                                    .of(doi.name())
                                    .filter(Publication::isIssued)
                                    .flatMap(issued -> Mono.<Void>error(new Conflict(
                                            "This DOI is at the registrar already and can no longer be discarded.")))
                                    .switchIfEmpty(Mono.defer(() -> giveUp(doi)));
                        case PUBLISHED, DISCARDED ->
                            Mono.error(new Conflict("This DOI is published and can no longer be changed."));
                    };
                }))
                .doOnSuccess(done -> wakes.wake());
    }

    private Mono<Void> giveUp(Doi doi) {
        return releases.giveUp(doi.name())
                .then(dois.move(doi.name(), State.DISCARDED))
                .then(work.due(doi.name()));
    }
}
