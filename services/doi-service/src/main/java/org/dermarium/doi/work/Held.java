package org.dermarium.doi.work;

import org.dermarium.work.Job;
import org.dermarium.work.WorkQueue;
import reactor.core.publisher.Mono;

/** A job that nobody else works on now. */
public record Held(WorkQueue queue, Job job) {

    /**
     * Writes it in one transaction, and blocks.
     *
     * @throws org.dermarium.work.ClaimLost when somebody else works on it by now: nothing is written then
     */
    public void write(Mono<?> change) {
        queue.whileHeld(job, change);
    }
}
