package org.dermarium.work.loop;

import java.time.Duration;
import org.dermarium.work.Backoff;

/**
 * How a queue is worked on.
 *
 * @param width how many pieces are worked on at a time by one instance
 * @param batch how many jobs make a piece, at most
 * @param lease so long after the death of an instance another takes its jobs; renewed at a third of it
 * @param longest a piece that takes longer is taken from its holder, which counts as a death
 * @param backoff after failures
 * @param mostFailures in a row; then the job is given up
 */
public record Policy(int width, int batch, Duration lease, Duration longest, Backoff backoff, int mostFailures) {

    /** Takers that died in a row before a job is given up without another try. */
    public static final int MOST_DEATHS = 3;

    /** One job at a time, 30 seconds of lease, two hours at most, given up at the fifth failure. */
    public static final Policy STANDARD =
            new Policy(1, 1, Duration.ofSeconds(30), Duration.ofHours(2), Backoff.STANDARD, 5);

    public Policy withWidth(int pieces) {
        return new Policy(pieces, batch, lease, longest, backoff, mostFailures);
    }

    public Policy withBatch(int jobs) {
        return new Policy(width, jobs, lease, longest, backoff, mostFailures);
    }

    public Policy withLease(Duration held) {
        return new Policy(width, batch, held, longest, backoff, mostFailures);
    }

    public Policy withLongest(Duration most) {
        return new Policy(width, batch, lease, most, backoff, mostFailures);
    }

    public Policy withBackoff(Backoff pauses) {
        return new Policy(width, batch, lease, longest, pauses, mostFailures);
    }

    public Policy withMostFailures(int most) {
        return new Policy(width, batch, lease, longest, backoff, most);
    }
}
