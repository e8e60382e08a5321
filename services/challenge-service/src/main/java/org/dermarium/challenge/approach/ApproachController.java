package org.dermarium.challenge.approach;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.dermarium.apidocs.Refuses;
import org.dermarium.challenge.task.Task;
import org.dermarium.challenge.task.Tasks;
import org.dermarium.challenge.team.Team;
import org.dermarium.challenge.team.Teams;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For members of the team and staff. */
@RestController
class ApproachController {

    private final Approaches approaches;
    private final ShowApproaches show;
    private final Manuscripts manuscripts;
    private final Tasks tasks;
    private final Teams teams;
    private final Clock clock;

    ApproachController(
            Approaches approaches,
            ShowApproaches show,
            Manuscripts manuscripts,
            Tasks tasks,
            Teams teams,
            Clock clock) {
        this.approaches = approaches;
        this.show = show;
        this.manuscripts = manuscripts;
        this.tasks = tasks;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/api/v2/tasks/{id}/approaches/")
    @Operation(summary = "Approaches of the caller's team for a task; all of them for staff")
    Mono<Page<ApproachOut>> list(@PathVariable long id, Caller.Member member, PageRequest request) {
        return tasks.visible(member, id)
                .then(Mono.defer(() -> approaches.page(member, id, request)))
                .flatMap(page -> show.show(page.results(), member)
                        .map(shown -> new Page<>(shown, page.count(), page.next(), page.previous())));
    }

    @PostMapping("/api/v2/tasks/{id}/approaches/")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses(403)
    @Operation(summary = "Add an approach of the caller's team to a task")
    Mono<ApproachOut> create(@PathVariable long id, Caller.Member member, @RequestBody Mono<NewApproachIn> body) {
        return tasks.visible(member, id)
                .flatMap(task ->
                        body.flatMap(in -> team(member, task, in).then(Mono.defer(() -> add(member, task, in)))))
                .flatMap(added -> shown(member, added));
    }

    @GetMapping("/api/v2/approaches/{id}/")
    @Operation(summary = "An approach with its newest submission")
    Mono<ApproachOut> one(@PathVariable long id, Caller.Member member) {
        return shown(member, id);
    }

    @PatchMapping("/api/v2/approaches/{id}/")
    @Refuses(403)
    @Operation(summary = "Edit an approach while its task is open; a new manuscript makes it unreviewed")
    Mono<ApproachOut> edit(@PathVariable long id, Caller.Member member, @RequestBody Mono<ApproachIn> body) {
        return approaches
                .visible(member, id)
                .flatMap(approach -> tasks.visible(member, approach.task())
                        .flatMap(task -> teams.visible(member, approach.team())
                                .doOnNext(team -> checkMayAnswer(member, task, team)))
                        .then(body)
                        .flatMap(in -> change(member, approach, in)))
                .then(Mono.defer(() -> shown(member, id)));
    }

    private Mono<Team> team(Caller.Member member, Task task, NewApproachIn in) {
        return teams.visible(member, in.team())
                .filter(team -> team.challengeId() == task.challengeId())
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .doOnNext(team -> checkMayAnswer(member, task, team));
    }

    private void checkMayAnswer(Caller.Member member, Task task, Team team) {
        if (!team.has(member.id())) {
            throw Refusal.forbidden("Only members of the team can do this.");
        }
        task.checkOpen(clock.instant());
    }

    private Mono<Long> add(Caller.Member member, Task task, NewApproachIn in) {
        if (task.requiresManuscript() && in.manuscript() == null) {
            throw Refusal.rule("You must provide a manuscript file.");
        }
        return manuscripts.keeping(member, in.manuscript(), null, key -> approaches.add(task, in, orNull(key)));
    }

    private Mono<Void> change(Caller.Member member, Approach approach, ApproachIn in) {
        if (in.team() != null && in.team() != approach.team()) {
            throw Refusal.rule("An approach stays with its team.");
        }
        return manuscripts.keeping(
                member,
                in.manuscript(),
                approach.manuscriptKey(),
                key -> approaches.edit(approach.id(), in, orNull(key)));
    }

    private Mono<ApproachOut> shown(Caller caller, long id) {
        return approaches.visible(caller, id).flatMap(approach -> show.show(approach, caller));
    }

    private static @Nullable String orNull(String key) {
        return key.isEmpty() ? null : key;
    }
}
