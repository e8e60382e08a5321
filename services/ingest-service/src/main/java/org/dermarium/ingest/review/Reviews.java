package org.dermarium.ingest.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The reviewers' verdicts. */
interface Reviews {

    /**
     * Reviews those that await it.
     *
     * @param accessions null for all of the cohort
     * @return the accessions reviewed
     */
    Mono<List<Long>> decide(long cohort, @Nullable Collection<Long> accessions, boolean value, long reviewer);

    /** Those of these accessions that are published and so cannot be reviewed any more. */
    Mono<List<Long>> published(Collection<Long> accessions);

    /** Reviews these, anew if need be; those that are unknown or have no picture are passed over. */
    Mono<List<Long>> decide(Map<Long, Boolean> verdicts, long reviewer);
}
