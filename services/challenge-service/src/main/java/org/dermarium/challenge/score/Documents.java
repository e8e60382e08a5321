package org.dermarium.challenge.score;

import org.dermarium.web.Caller;
import reactor.core.publisher.Mono;

/**
 * Score documents and curves as JSON texts. They are for those who may see the board they stand on; a team sees those of
 * all its submissions once the task's scores are published.
 */
interface Documents {

    /** {@code {}} while there is no score; {@link org.dermarium.web.NotFound} when it does not exist for this caller. */
    Mono<String> document(Caller caller, long submission);

    /** The curves by category, in the truth's order. */
    Mono<String> curves(Caller caller, long submission);
}
