package org.dermarium.challenge.score;

import org.dermarium.challenge.submission.Entry;
import reactor.core.publisher.Mono;

/** Submissions that are scored once more. */
interface Rescoring {

    /** Queues it as a new attempt and tells the bus; empty while it waits for a score anyway. */
    Mono<Entry> again(long submission);
}
