package org.dermarium.doi.publish;

import java.util.Optional;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.draft.CheckCollection;
import org.dermarium.doi.known.Members;
import org.dermarium.events.Doi.State;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Records the wish that a DOI be published, and answers at once; all else is done behind it. */
@Service
class RequestPublication {

    private static final String GONE = "The collection is no longer there.";

    private final Dois dois;
    private final Publications publications;
    private final Members members;
    private final CheckCollection check;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    RequestPublication(
            Dois dois,
            Publications publications,
            Members members,
            CheckCollection check,
            WorkQueues queues,
            TransactionalOperator transaction) {
        this.dois = dois;
        this.publications = publications;
        this.members = members;
        this.check = check;
        this.work = queues.named(Dois.QUEUE);
        this.transaction = transaction;
    }

    Mono<Void> request(Member member, String slug) {
        return transaction.transactional(dois.claim(member, slug).flatMap(doi -> switch (doi.state()) {
            case DRAFT -> begin(member, doi);
            case PUBLISHING -> Mono.<Void>error(refusal(member, doi, "This DOI is already being published."));
            case PUBLISHED, DISCARDED -> Mono.<Void>error(refusal(member, doi, "This DOI is already published."));
        }));
    }

    private Mono<Void> begin(Member member, Doi doi) {
        if (!doi.isApproved() && !member.isStaff()) {
            return Mono.error(Refusal.forbidden("This DOI needs the approval of staff before it can be published."));
        }
        Mono<Doi> approved = doi.isApproved() ? Mono.just(doi) : dois.approve(doi.name(), member.id());
        return members.collection(doi.collection())
                .flatMap(collection -> check.obstacle(collection, doi.madeByStaff()))
                .defaultIfEmpty(Optional.of(GONE))
                .flatMap(obstacle -> obstacle.isPresent() ? Mono.<Doi>error(Refusal.rule(obstacle.get())) : approved)
                .flatMap(ready -> dois.move(doi.name(), State.PUBLISHING))
                .then(publications.begin(doi.name(), member.id()))
                .then(work.addAfresh(doi.name()));
    }

    private static RuntimeException refusal(Member member, Doi doi, String state) {
        return doi.isInHandsOf(member)
                ? Refusal.conflict(state)
                : Refusal.forbidden("You do not have permission to publish this DOI.");
    }
}
