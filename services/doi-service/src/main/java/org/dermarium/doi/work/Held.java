package org.dermarium.doi.work;

import java.util.Optional;
import org.dermarium.work.Job;
import org.dermarium.work.WorkQueue;
import reactor.core.publisher.Mono;

/** A job that nobody else works on now. */
public record Held(WorkQueue queue, Job job) {

    /**
     * Writes it in one transaction, and blocks.
     *
     * @return what was written; empty when that says nothing
     * @throws org.dermarium.work.ClaimLost when somebody else works on it by now: nothing is written then
     */
    public <T> Optional<T> write(Mono<T> change) {
        return queue.whileHeld(job, change);
    }
}
