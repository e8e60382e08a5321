package org.dermarium.challenge.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dermarium.challenge.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * How often a team may hand in for a task, and a person over all teams: so many in any seven days. Submissions
 * that failed are free, by their own fault or the archive's; one that was set aside because workers died of it is not.
 *
 * @param limit 0 for any number
 * @param team when each that counts was made by the team, newest first
 * @param person the same by the person
 */
record Quota(int limit, List<Instant> team, List<Instant> person) {

    static final Duration WINDOW = Duration.ofDays(7);

    /** What somebody may still hand in. */
    record Left(@Nullable Integer submissions, @Nullable Instant next) {}

    /** A submission that counts. */
    record Used(Instant at, boolean byTeam, boolean byPerson) {}

    /** @param used newest first */
    static Quota of(Task task, List<Used> used) {
        return new Quota(
                task.maxSubmissionsPerWeek(),
                used.stream().filter(Used::byTeam).map(Used::at).toList(),
                used.stream().filter(Used::byPerson).map(Used::at).toList());
    }

    /** Without a limit nothing needs to be counted. */
    static boolean limits(Task task) {
        return task.maxSubmissionsPerWeek() > 0;
    }

    /** When the next one is possible, or empty when one is possible now. */
    Optional<Instant> next() {
        Optional<Instant> ofTeam = next(team);
        Optional<Instant> ofPerson = next(person);
        return ofTeam.isPresent() && ofPerson.isPresent()
                ? Optional.of(ofTeam.get().isAfter(ofPerson.get()) ? ofTeam.get() : ofPerson.get())
                : ofTeam.or(() -> ofPerson);
    }

    Left left() {
        return limit == 0
                ? new Left(null, null)
                : new Left(Math.max(0, limit - Math.max(team.size(), person.size())), next().orElse(null));
    }

    /** One fewer than the limit must remain in the window: that is so when the limit-th newest has left it. */
    private Optional<Instant> next(List<Instant> made) {
        return limit == 0 || made.size() < limit
                ? Optional.empty()
                : Optional.of(made.get(limit - 1).plus(WINDOW));
    }
}
