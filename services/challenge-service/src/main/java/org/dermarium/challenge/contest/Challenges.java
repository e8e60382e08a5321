package org.dermarium.challenge.contest;

import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Mono;

/** The challenges. */
public interface Challenges {

    /** {@link org.dermarium.web.NotFound} when it does not exist for this caller. */
    Mono<Challenge> visible(Caller caller, String slug);

    /** Newest first. */
    Mono<Page<Challenge>> page(Caller caller, PageRequest request);

    /** The slug of the new one. */
    Mono<String> add(ChallengeIn challenge);

    /** The slug it has afterwards. */
    Mono<String> edit(String slug, ChallengeIn changes);
}
