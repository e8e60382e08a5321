package org.dermarium.work.loop;

import java.util.List;
import org.dermarium.work.Job;
import org.dermarium.work.Settlement;

/** Does many cheap jobs at one time, as many as {@link Policy#batch} says. When a batch fails, each is tried alone. */
public interface BatchWorker extends Worker {

    /** As {@link #work(Job, Lease)} for all of them: they are settled together. */
    Settlement work(List<Job> jobs, Lease lease) throws Exception;

    @Override
    default Settlement work(Job job, Lease lease) throws Exception {
        return work(List.of(job), lease);
    }
}
