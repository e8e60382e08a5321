package org.dermarium.doi.draft;

import static java.util.Objects.requireNonNullElse;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.dois.DoiSettings;
import org.dermarium.doi.dois.Dois;
import org.dermarium.doi.dois.Suffix;
import org.dermarium.doi.known.KnownCollection;
import org.dermarium.doi.known.Members;
import org.dermarium.text.Slug;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Drafts a DOI for a collection. The registrar hears of it afterwards. */
@Service
class CreateDraft {

    /** Characters of a slug, before a number that makes it unique. */
    private static final int LONGEST_SLUG = 80;

    private static final Duration NEWS_TAKE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SecureRandom random = new SecureRandom();
    private final Members members;
    private final CheckCollection check;
    private final RedeemSupplements supplements;
    private final Dois dois;
    private final WorkQueue work;
    private final DoiSettings settings;
    private final TransactionalOperator transaction;

    CreateDraft(
            Members members,
            CheckCollection check,
            RedeemSupplements supplements,
            Dois dois,
            WorkQueues queues,
            DoiSettings settings,
            TransactionalOperator transaction) {
        this.members = members;
        this.check = check;
        this.supplements = supplements;
        this.dois = dois;
        this.work = queues.named(Dois.QUEUE);
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Staff drafts for every collection, others for those they made. */
    Mono<Doi> create(Member member, DraftIn in) {
        return heardOf(member, in.collectionId())
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(collection -> {
                    if (!member.isStaff() && collection.creator() != member.id()) {
                        return Mono.error(Refusal.forbidden("You do not have permission to create a DOI."));
                    }
                    var related = RelatedIn.read(requireNonNullElse(in.relatedIdentifiers(), List.of()));
                    return supplements
                            .redeem(member, requireNonNullElse(in.supplementalFiles(), List.of()))
                            .flatMap(files -> draft(member, collection, in, related, files));
                });
    }

    /**
     * The collection that the member may see. Who has just made or filled it is ahead of the news: they are waited for
     * before it is said that there is none, or what stands in the way. One that the member may not see takes as long as
     * none.
     */
    private Mono<KnownCollection> heardOf(Member member, long id) {
        Mono<KnownCollection> visible = Mono.defer(() -> members.collection(id)).filter(c -> c.isVisibleTo(member));
        return visible.filterWhen(c -> check.obstacle(c, member.isStaff()).map(Optional::isEmpty))
                .repeatWhenEmpty(again -> again.delayElements(LOOK_AGAIN))
                .timeout(NEWS_TAKE, visible);
    }

    private Mono<Doi> draft(
            Member member,
            KnownCollection collection,
            DraftIn in,
            List<RelatedIdentifier> related,
            List<Supplement> files) {
        var draft = new Dois.NewDraft(
                settings.prefix() + "/" + Suffix.random(random),
                slug(collection),
                collection.id(),
                in.title() == null ? collection.name() : in.title(),
                in.description(),
                member.id(),
                member.isStaff(),
                member.isStaff() ? member.id() : null,
                related,
                files);
        return transaction.transactional(dois.beginDraft(collection.id())
                .flatMap(taken -> taken
                        ? Mono.error(Refusal.rule("This collection already has a DOI."))
                        : check.obstacle(collection, member.isStaff()))
                .flatMap(obstacle ->
                        obstacle.isPresent() ? Mono.<Doi>error(Refusal.rule(obstacle.get())) : dois.add(draft))
                .flatMap(doi ->
                        supplements.keep(files).then(work.add(doi.name())).thenReturn(doi)));
    }

    private static String slug(KnownCollection collection) {
        String slug = Slug.of(collection.name(), LONGEST_SLUG);
        return slug.isEmpty() ? "doi" : slug;
    }
}
