package org.dermarium.work.loop;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dermarium.work.ClaimLost;
import org.dermarium.work.Job;
import org.dermarium.work.WorkQueue;

/** What one loop holds, renewed together. */
final class Leases {

    private final WorkQueue queue;
    private final Duration lease;
    private final Duration longest;
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    Leases(WorkQueue queue, Policy policy) {
        this.queue = queue;
        this.lease = policy.lease();
        this.longest = policy.longest();
    }

    /** Held by the thread that calls, until it lets go. */
    Held begin(List<Job> jobs) {
        var begun = new Held(jobs);
        held.put(jobs.getFirst().holder(), begun);
        return begun;
    }

    void end(Held ended) {
        held.remove(ended.jobs.getFirst().holder());
    }

    void renew() {
        held.values().forEach(Held::endIfTooLong);
        List<UUID> wanted =
                held.values().stream().filter(h -> !h.lost).map(Held::holder).toList();
        if (wanted.isEmpty()) {
            return;
        }
        long asked = System.nanoTime();
        List<UUID> renewed = queue.hold(wanted, lease);
        for (UUID holder : wanted) {
            Held one = held.get(holder);
            if (one != null) {
                one.renewed(Collections.frequency(renewed, holder), asked);
            }
        }
    }

    final class Held implements Lease {

        private final List<Job> jobs;
        private final Thread worker = Thread.currentThread();
        private final long began = System.nanoTime();
        private volatile long heldAt = System.nanoTime();
        private volatile boolean lost;

        private Held(List<Job> jobs) {
            this.jobs = jobs;
        }

        private UUID holder() {
            return jobs.getFirst().holder();
        }

        @Override
        public void check() {
            if (lost || Duration.ofNanos(System.nanoTime() - heldAt).compareTo(lease) > 0) {
                throw new ClaimLost(jobs.getFirst().queue(), jobs.getFirst().key());
            }
        }

        /** Of a batch that is tried one by one, the others are held by the way. */
        private void renewed(int jobsHeld, long asked) {
            if (jobsHeld >= jobs.size()) {
                heldAt = asked;
            } else {
                lost = true;
            }
        }

        /** What hangs is left to another; the interrupt frees the thread where that is possible. */
        private void endIfTooLong() {
            if (!lost && Duration.ofNanos(System.nanoTime() - began).compareTo(longest) > 0) {
                lost = true;
                worker.interrupt();
            }
        }
    }
}
