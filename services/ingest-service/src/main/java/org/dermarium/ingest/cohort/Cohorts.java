package org.dermarium.ingest.cohort;

import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All cohorts. Owners of the contributor see and fill theirs, staff all; for everybody else they do not exist. */
public interface Cohorts {

    Mono<Cohort> add(Caller.Member creator, CohortIn cohort);

    /** @throws org.dermarium.web.Refusal (as signal) when there is none or the caller may not see it */
    Mono<Cohort> visibleTo(Caller.Member caller, long id);

    Mono<Page<Cohort>> page(Caller.Member caller, PageRequest request);

    /** Those whose name contains the text, by name. */
    Flux<Cohort> named(Caller.Member caller, String part);
}
