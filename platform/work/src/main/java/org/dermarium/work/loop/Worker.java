package org.dermarium.work.loop;

import org.dermarium.work.Job;
import org.dermarium.work.Settlement;
import org.dermarium.work.WorkQueue;

/**
 * Does the jobs of one queue. What it does outside of the database MUST be safe to repeat: after a failure a job is tried
 * again, and after a crash the next process does so. What it writes belongs into the {@link Settlement}, which commits
 * it together with the check that the job is still held, or into {@link WorkQueue#whileHeld}.
 */
public interface Worker {

    /** The queue's name, such as {@code zip-uploads}; also the tag of its metrics. */
    String queue();

    default Policy policy() {
        return Policy.STANDARD;
    }

    /**
     * Does a job, on a virtual thread of its own that may block. An outage of a database or storage may be thrown as it
     * is: the job is postponed and nothing is counted. Every other exception and error counts as a failure.
     *
     * @param lease to be asked before effects that cannot be fenced
     */
    Settlement work(Job job, Lease lease) throws Exception;

    /**
     * The end of a job that failed too often or whose takers died: frees what it held and tells whoever waits for it.
     * Without an end of its own it is set aside, where an alert tells operators.
     *
     * @param problem what happened, for the log
     */
    default Settlement giveUp(Job job, Cause cause, String problem) {
        return Settlement.setAside(problem);
    }

    /** Why a job is given up. */
    enum Cause {
        /** It failed as often as {@link Policy#mostFailures} says. */
        FAILURES,
        /** {@link Policy#MOST_DEATHS} takers died, perhaps of it. It was not tried again. */
        DEATHS
    }
}
