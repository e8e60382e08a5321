package org.dermarium.outbox;

import java.time.Duration;

/**
 * How fast batches may follow each other. After silence a few go at once, so that a lone piece of work waits for nothing.
 * Under load there is an interval from one to the next, in which the next one gathers, and the more come, the longer it
 * is: a batch costs much the same whatever is in it, here and with all who are told.
 *
 * <p>This is the generic cell rate algorithm of ITU-T I.371, with cells of unlike size. For one thread.
 */
public final class Pace {

    private static final int AT_ONCE = 3;
    private static final Duration EACH = Duration.ofMillis(40);

    private final long shortest;
    private final long longest;
    private long due;

    /**
     * @param shortest interval, of batches of few pieces
     * @param longest interval, of batches of many
     */
    public Pace(Duration shortest, Duration longest) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.due = System.nanoTime();
    }

    /** Counts a batch that ended just now; nanoseconds until the next one may go. */
    public long rest(int pieces) {
        return rest(pieces, System.nanoTime());
    }

    long rest(int pieces, long now) {
        due = Math.max(due, now) + Math.clamp(pieces * EACH.toNanos(), shortest, longest);
        return Math.max(0, due - now - (AT_ONCE - 1) * shortest);
    }
}
