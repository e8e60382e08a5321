package org.dermarium.ingest.contributor;

import java.util.SortedSet;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All contributors. Everybody sees his own, staff see all. */
public interface Contributors {

    /** The caller becomes sole owner. */
    Mono<Contributor> add(Caller.Member creator, ContributorIn contributor);

    /** @throws org.dermarium.web.Refusal (as signal) when there is none or the caller may not see it */
    Mono<Contributor> visibleTo(Caller.Member caller, long id);

    Mono<Page<Contributor>> page(Caller.Member caller, PageRequest request);

    Flux<ContributorDetail.CohortCount> cohorts(long contributor);

    /** At most twenty whose name contains the text, by name. */
    Flux<Contributor> named(Caller.Member caller, String part);

    /** Replaces the owners. */
    Mono<Void> changeOwners(long contributor, SortedSet<Long> owners);
}
