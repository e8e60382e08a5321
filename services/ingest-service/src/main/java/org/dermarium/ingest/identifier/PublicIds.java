package org.dermarium.ingest.identifier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives public ids. All methods join the caller's transaction. */
public interface PublicIds {

    /** Those subjects that have one of these public ids anywhere, or one of these private ids in the cohort. */
    Flux<Subject> subjects(long cohort, SubjectKind kind, Collection<String> publicIds, Collection<String> privateIds);

    /** Notes subjects whose public ids are kept. */
    Mono<Void> keep(Collection<Subject> subjects);

    /** The public ids of the cohort's private ids, drawn at random where there is none yet. */
    Mono<Map<String, String>> publicIds(long cohort, SubjectKind kind, Collection<String> privateIds);

    /** Which accessions have these image ids. */
    Mono<Map<String, Long>> holders(Collection<String> isicIds);

    /** Gives accessions image ids that are kept, in place of what they had. */
    Mono<Void> keepImages(Map<Long, String> isicIdByAccession);

    /** The image ids of accessions, drawn at random where there is none yet. */
    Mono<Map<Long, String>> imageIds(List<Long> accessions);
}
