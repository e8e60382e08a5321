package org.dermarium.ingest.publish;

import java.util.Collection;
import java.util.List;
import org.dermarium.ingest.accession.Accession;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Publications, releases and withdrawals as the database knows them. */
interface Publications {

    /**
     * What came of a request.
     *
     * @param count how many were not asked for before
     * @param notAccepted of the accessions that were named, those that are neither accepted nor published, or are not of
     *     the cohort
     */
    record Requested(long count, List<Long> notAccepted) {}

    /**
     * Asks for the publication of accepted accessions.
     *
     * @param isPublic null leaves it to each row; a row that says nothing is embargoed
     * @param accessions null for all of the cohort
     * @return what came of it
     */
    Mono<Requested> request(long cohort, @Nullable Boolean isPublic, @Nullable Collection<Long> accessions, long by);

    /**
     * Those of these accessions whose publication is asked for and that are accepted, in the order of asking. Their public
     * ids are given and committed, so that a repeated attempt finds the same.
     */
    Mono<List<Due>> due(Collection<Long> accessions);

    /**
     * In the caller's transaction: publishes what is still accepted, with events, and forgets that it was asked for.
     *
     * @param accessions all that were looked at; those that are not due are forgotten as well
     */
    Mono<List<Accession>> finish(Collection<Long> accessions, List<Due> due);

    /** In the caller's transaction: notes why these cannot be published. They may be asked for again. */
    Mono<Void> fail(Collection<Long> accessions, String problem);

    /** Those of these image ids that are embargoed. */
    Mono<List<Due>> embargoed(Collection<String> isicIds);

    /** Those of these image ids that are public. */
    Mono<List<String>> alreadyPublic(Collection<String> isicIds);

    /** Makes embargoed images public; gives up the public files of those that were withdrawn meanwhile. */
    Mono<List<Accession>> release(List<Due> due);

    /** Takes an image back and gives up all its files; empty when there is no such published image. */
    Mono<List<Accession>> withdraw(String isicId, String reason);
}
