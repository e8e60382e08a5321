package org.dermarium.catalog.sharing;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.dermarium.web.Caller.Member;
import reactor.core.publisher.Mono;

/** Private collections opened to single people by staff. */
interface Shares {

    /**
     * Lets these people see the collection and the images in it; a public collection is open already and stays as it is.
     *
     * @throws org.dermarium.web.BadRequest for a magic collection, the grantor himself, or somebody who is not known
     */
    Mono<Void> grant(Member staff, long collection, Collection<Long> grantees);

    /** Takes back what {@link #grant} gave. */
    Mono<Void> revoke(Member staff, long collection, Collection<Long> grantees);

    /** How collections are shared, those that exist in the order of their ids. */
    Mono<List<Sharing>> of(Member staff, Collection<Long> collections);

    /** @param grantees ids of users */
    record Sharing(long id, String name, boolean isPublic, long owner, SortedSet<Long> grantees) {}
}
