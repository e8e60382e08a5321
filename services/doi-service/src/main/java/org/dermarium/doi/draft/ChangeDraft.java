package org.dermarium.doi.draft;

import java.util.function.Function;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.Dois;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Edits, approves and gives up drafts. */
@Service
class ChangeDraft {

    private final Dois dois;
    private final WorkQueue work;
    private final TransactionalOperator transaction;

    ChangeDraft(Dois dois, WorkQueues queues, TransactionalOperator transaction) {
        this.dois = dois;
        this.work = queues.named(Dois.QUEUE);
        this.transaction = transaction;
    }

    /** What staff approved is what is published: when its creator edits it, staff looks at it again. */
    Mono<Doi> edit(Member member, String slug, EditIn in) {
        var related = in.relatedIdentifiers() == null ? null : RelatedIn.read(in.relatedIdentifiers());
        var edit = new Dois.Edit(in.title(), in.description(), related, member.isStaff());
        return changed(member, slug, "update", doi -> dois.edit(doi.name(), edit));
    }

    Mono<Doi> approve(Member staff, String slug) {
        return changed(
                staff,
                slug,
                "approve",
                doi -> doi.isApproved() ? Mono.just(doi) : dois.approve(doi.name(), staff.id()));
    }

    private Mono<Doi> changed(Caller caller, String slug, String verb, Function<Doi, Mono<Doi>> change) {
        return transaction.transactional(dois.claim(caller, slug)
                .doOnNext(doi -> refuse(caller, doi, verb))
                .flatMap(change)
                .flatMap(doi -> work.add(doi.name()).thenReturn(doi)));
    }

    private static void refuse(Caller caller, Doi doi, String verb) {
        if (!doi.isInHandsOf(caller)) {
            throw Refusal.forbidden("You do not have permission to " + verb + " this DOI.");
        }
        if (doi.isPublished()) {
            throw Refusal.conflict("This DOI is published and can no longer be changed.");
        }
        if (!doi.isDraft()) {
            throw Refusal.conflict("This DOI is already being published.");
        }
    }
}
