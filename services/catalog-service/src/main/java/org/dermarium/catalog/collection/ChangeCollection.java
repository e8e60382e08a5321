package org.dermarium.catalog.collection;

import org.dermarium.catalog.membership.Memberships;
import org.dermarium.events.Collection;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Making, editing, pinning and deleting a collection, each whole or not at all. */
@Component
class ChangeCollection {

    private final Collections collections;
    private final Memberships memberships;
    private final TransactionalOperator transaction;

    ChangeCollection(Collections collections, Memberships memberships, TransactionalOperator transaction) {
        this.collections = collections;
        this.memberships = memberships;
        this.transaction = transaction;
    }

    Mono<Collection> create(Member creator, String name, String description, boolean isPublic) {
        return collections.create(creator.id(), name, description, isPublic).as(transaction::transactional);
    }

    Mono<Collection> edit(Member member, long id, Collections.Edit edit) {
        return collections
                .claim(member, id)
                .flatMap(CheckChange.of(member, "edit")::of)
                .flatMap(c -> mayBecome(member, c, edit))
                .flatMap(c -> collections.edit(id, edit))
                .as(transaction::transactional);
    }

    /** For staff; a lock is about content and does not hinder pinning. */
    Mono<Collection> pin(Member staff, long id, boolean pinned) {
        return collections
                .claim(staff, id)
                .flatMap(c -> collections.pin(id, pinned))
                .as(transaction::transactional);
    }

    Mono<Void> delete(Member member, long id) {
        return collections
                .claim(member, id)
                .flatMap(CheckChange.of(member, "delete")::ofDeletion)
                .flatMap(c -> memberships
                        .imagesOf(id)
                        .flatMap(images -> collections.delete(c).then(memberships.changed(images))))
                .as(transaction::transactional);
    }

    private Mono<Collection> mayBecome(Member member, Collection collection, Collections.Edit edit) {
        if (Boolean.FALSE.equals(edit.isPublic()) && collection.pinned()) {
            return Mono.error(Refusal.badRequest("A pinned collection cannot be made private."));
        }
        if (!Boolean.TRUE.equals(edit.isPublic())) {
            return Mono.just(collection);
        }
        return collections.privateImages(member, collection.id()).flatMap(held -> {
            if (held.unseen()) {
                return Mono.error(
                        Refusal.conflict("This collection cannot be made public: it contains private images that"
                                + " you may no longer see. Take them out with remove-unseen first."));
            }
            return held.seen()
                    ? Mono.error(Refusal.conflict("This collection cannot be made public: it contains private images."))
                    : Mono.just(collection);
        });
    }
}
