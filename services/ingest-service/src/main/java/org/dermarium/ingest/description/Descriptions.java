package org.dermarium.ingest.description;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** All descriptions. */
interface Descriptions {

    /** Of the cohort's files of these names, in order of accessions. */
    Mono<List<Description>> named(long cohort, Collection<String> fileNames);

    /** As {@link #named}, and nobody else changes them before the transaction ends. */
    Mono<List<Description>> locked(long cohort, Collection<String> fileNames);

    /**
     * Writes changed descriptions, each with a version for the history.
     *
     * @param reviewAgain those whose review is dropped
     */
    Mono<Void> write(List<Description> changed, Set<Long> reviewAgain, long by);

    /** The names of all the cohort's files. */
    Mono<Set<String>> fileNames(long cohort);
}
