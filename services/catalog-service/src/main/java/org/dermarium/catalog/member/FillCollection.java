package org.dermarium.catalog.member;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dermarium.catalog.collection.CheckChange;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.image.Images;
import org.dermarium.catalog.image.Scope;
import org.dermarium.events.Collection;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Putting images into collections and taking them out, each request whole or not at all. Whoever may see a collection's
 * images may not for that add others: what is added must be visible to the one who adds it.
 */
@Component
class FillCollection {

    private static final String ADD = "add images to";
    private static final String REMOVE = "remove images from";

    private final Collections collections;
    private final Images images;
    private final Members members;
    private final TransactionalOperator transaction;

    FillCollection(Collections collections, Images images, Members members, TransactionalOperator transaction) {
        this.collections = collections;
        this.images = images;
        this.members = members;
        this.transaction = transaction;
    }

    /** What became of each id. */
    record Added(
            List<String> noPermsOrDoesNotExist, List<String> privateImagePublicCollection, List<String> succeeded) {}

    /** What became of each id. */
    record Removed(List<String> noPermsOrDoesNotExist, List<String> succeeded) {}

    /** A new private collection of those that the creator may see. */
    Mono<Long> create(Member creator, String name, String description, List<String> isicIds) {
        return collections
                .create(creator.id(), name, description, false)
                .flatMap(c -> images.publicity(creator, isicIds)
                        .flatMap(seen -> members.add(c.id(), seen.keySet()))
                        .thenReturn(c.id()))
                .as(transaction::transactional);
    }

    Mono<Added> addListed(Member member, long id, List<String> isicIds) {
        return claim(member, id, ADD)
                .flatMap(c -> images.publicity(member, isicIds).map(seen -> sorted(c, isicIds, seen)))
                .flatMap(added -> members.add(id, added.succeeded).thenReturn(added))
                .as(transaction::transactional);
    }

    /** Ids of images that the member may not see are left out. */
    Mono<Void> addSeen(Member member, long id, List<String> isicIds) {
        return claim(member, id, ADD)
                .flatMap(c -> images.publicity(member, isicIds)
                        .flatMap(seen -> c.isPublic() && seen.containsValue(false)
                                ? refusePrivate()
                                : members.add(id, seen.keySet())))
                .as(transaction::transactional);
    }

    /** The query is looked at last: whoever may not fill the collection learns nothing of it. */
    Mono<Void> addFound(Member member, long id, @Nullable String query, @Nullable String within) {
        return claim(member, id, ADD)
                .flatMap(c -> {
                    Scope scope = Scope.of(member, query, within);
                    return (c.isPublic() ? members.isPrivate(scope) : Mono.just(false))
                            .flatMap(refused -> refused ? refusePrivate() : members.addAll(id, scope));
                })
                .as(transaction::transactional);
    }

    /** What is in the collection can be taken out even by somebody who may no longer see it. */
    Mono<Removed> remove(Member member, long id, List<String> isicIds) {
        return claim(member, id, REMOVE)
                .flatMap(c -> members.remove(id, isicIds))
                .flatMap(removed ->
                        images.publicity(member, isicIds).map(seen -> removed(isicIds, removed, seen.keySet())))
                .as(transaction::transactional);
    }

    /** Takes out what the member may no longer see, and says how many those were, not which. */
    Mono<Integer> removeUnseen(Member member, long id) {
        return claim(member, id, REMOVE)
                .flatMap(c -> members.removeUnseen(id, member))
                .as(transaction::transactional);
    }

    private Mono<Collection> claim(Member member, long id, String what) {
        return collections.claim(member, id).flatMap(CheckChange.of(member, what)::of);
    }

    private static Removed removed(List<String> asked, List<String> removed, Set<String> seen) {
        Set<String> succeeded = new LinkedHashSet<>(seen);
        succeeded.addAll(removed);
        Set<String> unseen = new LinkedHashSet<>(asked);
        unseen.removeAll(succeeded);
        return new Removed(List.copyOf(unseen), List.copyOf(succeeded));
    }

    private static Added sorted(Collection collection, List<String> isicIds, Map<String, Boolean> seen) {
        var added = new Added(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String id : new LinkedHashSet<>(isicIds)) {
            Boolean isPublic = seen.get(id);
            if (isPublic == null) {
                added.noPermsOrDoesNotExist.add(id);
            } else if (collection.isPublic() && !isPublic) {
                added.privateImagePublicCollection.add(id);
            } else {
                added.succeeded.add(id);
            }
        }
        return added;
    }

    private static Mono<Void> refusePrivate() {
        return Mono.error(Refusal.conflict("Collection is public and cannot contain private images."));
    }
}
