package org.dermarium.challenge.approach;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.dermarium.challenge.submission.HandIn;
import org.dermarium.challenge.task.Task;
import org.dermarium.challenge.task.Tasks;
import org.dermarium.challenge.team.Team;
import org.dermarium.challenge.team.TeamOut;
import org.dermarium.challenge.team.Teams;
import org.dermarium.web.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where somebody stands with a task. */
@RestController
class ParticipationController {

    private final Tasks tasks;
    private final Teams teams;
    private final Approaches approaches;
    private final ShowApproaches show;
    private final HandIn handIn;

    ParticipationController(Tasks tasks, Teams teams, Approaches approaches, ShowApproaches show, HandIn handIn) {
        this.tasks = tasks;
        this.teams = teams;
        this.approaches = approaches;
        this.show = show;
        this.handIn = handIn;
    }

    /**
     * @param submissionsLeft in the present seven days, or null for any number and without a team
     * @param nextSubmissionAt when the next one is possible, null for now
     */
    record MineOut(
            @Nullable TeamOut team,
            List<ApproachOut> approaches,
            @Nullable Integer submissionsLeft,
            @Nullable Instant nextSubmissionAt) {}

    @GetMapping("/api/v2/tasks/{id}/mine/")
    @Operation(summary = "The caller's team, its approaches, and what it may still hand in")
    Mono<MineOut> mine(@PathVariable long id, Caller.Member member) {
        return tasks.visible(member, id)
                .flatMap(task -> teams.of(member, task.challengeId())
                        .flatMap(team -> mine(member, task, team))
                        .defaultIfEmpty(new MineOut(null, List.of(), null, null)));
    }

    private Mono<MineOut> mine(Caller.Member member, Task task, Team team) {
        var shown = approaches.of(task.id(), team.id()).collectList().flatMap(list -> show.show(list, member));
        return Mono.zip(shown, handIn.allowance(task, team.id(), member.id()))
                .map(both -> new MineOut(
                        TeamOut.of(team),
                        both.getT1(),
                        both.getT2().submissions(),
                        both.getT2().next()));
    }
}
