package org.dermarium.ingest.accession;

import java.util.Collection;
import java.util.Map;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All accessions, to be read. Features that change them write their own columns and tell with {@link TellImages}. */
public interface Accessions {

    /** In order of their ids. */
    Flux<Accession> find(Collection<Long> ids);

    /** @throws org.dermarium.web.Refusal (as signal) when there is none or the caller may not see its cohort */
    Mono<Accession> visibleTo(Caller.Member caller, long id);

    /** Newest first. The caller MUST have checked that the cohort is visible. */
    Mono<Page<Accession>> page(long cohort, @Nullable State state, PageRequest request);

    /** How many there are in each state. */
    Mono<Map<State, Long>> progress(long cohort);
}
