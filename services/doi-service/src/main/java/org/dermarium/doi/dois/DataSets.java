package org.dermarium.doi.dois;

import org.dermarium.doi.dataset.DataSet;
import org.dermarium.web.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The data sets that DOIs stand for. A draft exists only for staff and its creator; to everybody else it is
 * {@link org.dermarium.web.Refusal}, as is a DOI that never was.
 */
public interface DataSets {

    /** @param doi prefix, slash and suffix */
    Mono<DataSet> visible(Caller caller, String doi);

    Mono<DataSet> bySlug(Caller caller, String slug);

    /** Those that everybody sees, newest first. */
    Flux<DataSet> published();
}
