package org.dermarium.catalog.collection;

import org.dermarium.events.Collection;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import reactor.core.publisher.Mono;

/** The checks between seeing a collection and changing it, in the order of the contract: permission, then lock. */
public final class CheckChange {

    private final Member member;
    private final String what;

    private CheckChange(Member member, String what) {
        this.member = member;
        this.what = what;
    }

    /** @param what as in "You do not have permission to … this collection." */
    public static CheckChange of(Member member, String what) {
        return new CheckChange(member, what);
    }

    /** Lets the collection through when the member may change its content. */
    public Mono<Collection> of(Collection collection) {
        return permitted(collection)
                .flatMap(c -> c.locked() ? Mono.error(Refusal.conflict("Collection is locked")) : Mono.just(c));
    }

    /** As {@link #of(Collection)}, with the answer that deleting has always had. */
    Mono<Collection> ofDeletion(Collection collection) {
        return permitted(collection)
                .flatMap(c -> c.locked()
                        ? Mono.error(Refusal.badRequest("Can't modify the collection, it's locked."))
                        : Mono.just(c));
    }

    private Mono<Collection> permitted(Collection collection) {
        return member.isStaff() || collection.creator() == member.id()
                ? Mono.just(collection)
                : Mono.error(Refusal.forbidden("You do not have permission to " + what + " this collection."));
    }
}
