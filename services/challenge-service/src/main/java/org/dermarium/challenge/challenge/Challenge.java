package org.dermarium.challenge.challenge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.dermarium.web.Refusal;

/**
 * An event with dates and rules under which teams answer tasks.
 *
 * @param scoresPublished publishes the scores of all its tasks
 * @param teams how many there are
 */
public record Challenge(
        long id,
        String slug,
        String name,
        String description,
        String rules,
        Instant opensAt,
        Instant closesAt,
        boolean scoresPublished,
        boolean hidden,
        long teams) {

    /** Where its dates put it. */
    public enum State {
        UPCOMING,
        OPEN,
        CLOSED;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State at(Instant now, Instant opensAt, Instant closesAt) {
            if (now.isBefore(opensAt)) {
                return UPCOMING;
            }
            return now.isBefore(closesAt) ? OPEN : CLOSED;
        }
    }

    public State state(Instant now) {
        return State.at(now, opensAt, closesAt);
    }

    /** Teams form before it opens already. */
    public void checkTeamsMayChange(Instant now) {
        if (state(now) == State.CLOSED) {
            throw Refusal.forbidden("The challenge closed at " + closesAt + ".");
        }
    }
}
