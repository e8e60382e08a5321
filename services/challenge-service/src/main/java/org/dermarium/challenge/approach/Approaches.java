package org.dermarium.challenge.approach;

import org.dermarium.challenge.contest.Task;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The approaches. */
interface Approaches {

    /** One of the caller's teams, or any for staff; {@link org.dermarium.web.NotFound} for others. */
    Mono<Approach> visible(Caller caller, long id);

    /** Those for a task that the caller may see, newest first. */
    Mono<Page<Approach>> page(Caller caller, long task, PageRequest request);

    /** A team's for a task, oldest first. */
    Flux<Approach> of(long task, long team);

    /** {@link org.dermarium.web.Refused} when the team has as many as the task allows. */
    Mono<Long> add(Task task, ApproachIn approach, @Nullable String manuscriptKey);

    /** A new manuscript makes the approach unreviewed. */
    Mono<Void> edit(long id, ApproachIn changes, @Nullable String manuscriptKey);

    /** Sets the verdict and keeps it in the history. */
    Mono<Void> review(long id, long reviewer, ReviewState state, String reason);
}
