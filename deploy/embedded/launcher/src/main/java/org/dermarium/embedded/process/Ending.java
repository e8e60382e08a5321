package org.dermarium.embedded.process;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The last time a process ended without being stopped.
 *
 * @param pid of the process that ended
 * @param at when that was seen
 * @param exit its exit status, 128 and the signal when it was killed; only the process's parent learns it, so it is empty
 *     where a command had started it and not the supervisor
 * @param restarts how often it was started again since somebody started it
 * @param inARow how many times it ended soon after its start, this time included
 */
public record Ending(long pid, Instant at, OptionalInt exit, int restarts, int inARow) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    /** Who has lived so long has done its work: what ends it then is another cause. */
    private static final Duration STEADY = Duration.ofMinutes(2);

    /** @param before its last ending, when it had one */
    public static Ending of(Running ended, Instant at, OptionalInt exit, @Nullable Ending before) {
        boolean soon = Duration.between(ended.started(), at).compareTo(STEADY) < 0;
        int restarts = before == null ? 0 : before.restarts();
        int inARow = before != null && soon ? before.inARow() + 1 : 1;
        return new Ending(ended.pid(), at, exit, restarts, inARow);
    }

    /** When it is to be started again: after a second, then after twice the time of before, up to a minute. */
    public Instant nextStart() {
        int doublings = Math.min(inARow - 1, Integer.SIZE / 2);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return at.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    public Ending startedAgain() {
        return new Ending(pid, at, exit, restarts + 1, inARow);
    }

    /** It could not even be started: the pause grows as if it had ended at once. */
    public Ending failedAgain(Instant now) {
        return new Ending(pid, now, exit, restarts, inARow + 1);
    }

    public String exitInWords() {
        return exit.isPresent() ? "exit status " + exit.getAsInt() : "exit status unknown";
    }
}
