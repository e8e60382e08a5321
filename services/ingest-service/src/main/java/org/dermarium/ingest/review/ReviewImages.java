package org.dermarium.ingest.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.accession.ImageEvents;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Accepts or rejects images. */
@Service
class ReviewImages {

    private final Reviews reviews;
    private final ImageEvents events;
    private final TransactionalOperator transaction;

    ReviewImages(Reviews reviews, ImageEvents events, TransactionalOperator transaction) {
        this.reviews = reviews;
        this.events = events;
        this.transaction = transaction;
    }

    /** How many were reviewed. */
    Mono<Integer> ofCohort(long cohort, @Nullable Collection<Long> accessions, boolean value, long reviewer) {
        return told(reviews.decide(cohort, accessions, value, reviewer));
    }

    /** @throws Refusal (as signal) when one is published; then none is reviewed */
    Mono<Integer> each(Map<Long, Boolean> verdicts, long reviewer) {
        return told(reviews.published(verdicts.keySet())
                .flatMap(published -> published.isEmpty()
                        ? reviews.decide(verdicts, reviewer)
                        : Mono.error(Refusal.badRequest("Cannot review an accession after publish."))));
    }

    private Mono<Integer> told(Mono<List<Long>> decided) {
        return transaction
                .transactional(decided.flatMap(ids -> events.append(EventType.IMAGE_REVIEWED, ids)))
                .map(List::size);
    }
}
