package org.dermarium.ingest.ownership;

import org.dermarium.work.Job;
import org.dermarium.work.Lease;
import org.dermarium.work.Policy;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.dermarium.work.Worker;
import org.springframework.stereotype.Component;

/** Tells all images of contributors whose owners changed, some at a time, and goes on after a crash. */
@Component
class TellOwnerChanges implements Worker {

    static final String QUEUE = "owner-changes";

    private static final int BATCH = 1_000;

    private final OwnerChanges changes;
    private final WorkQueue queue;

    TellOwnerChanges(OwnerChanges changes, WorkQueues queues) {
        this.changes = changes;
        this.queue = queues.named(QUEUE);
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    /** Rights hang on it. */
    @Override
    public Policy policy() {
        return Policy.STANDARD.neverGivingUp();
    }

    @Override
    public Settlement work(Job job, Lease lease) {
        while (queue.whileHeld(job, changes.tellNext(job.id(), BATCH))
                .filter(told -> !told.isEmpty())
                .isPresent()) {
            lease.check();
        }
        return Settlement.done();
    }
}
