package org.dermarium.challenge.challenge;

import java.time.Instant;
import java.util.List;
import org.dermarium.challenge.task.Task;
import org.dermarium.challenge.task.TaskOut;

/** A challenge as the API shows it. */
record ChallengeOut(
        String slug,
        String name,
        String description,
        String rules,
        Instant opensAt,
        Instant closesAt,
        Challenge.State state,
        boolean scoresPublished,
        boolean hidden,
        List<TaskOut> tasks,
        long teamsCount) {

    static ChallengeOut of(Challenge challenge, List<Task> tasks, Instant now) {
        return new ChallengeOut(
                challenge.slug(),
                challenge.name(),
                challenge.description(),
                challenge.rules(),
                challenge.opensAt(),
                challenge.closesAt(),
                challenge.state(now),
                challenge.scoresPublished(),
                challenge.hidden(),
                tasks.stream().map(task -> TaskOut.of(task, now)).toList(),
                challenge.teams());
    }
}
