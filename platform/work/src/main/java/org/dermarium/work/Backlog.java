package org.dermarium.work;

/**
 * What waits in a queue.
 *
 * @param waiting jobs that are due
 * @param aside jobs that were set aside
 * @param oldest since when a job waits for a success, in seconds
 */
public record Backlog(long waiting, long aside, double oldest) {

    public static final Backlog NONE = new Backlog(0, 0, 0);
}
