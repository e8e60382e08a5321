package org.dermarium.challenge.challenge;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.dermarium.challenge.task.NewTaskIn;
import org.dermarium.challenge.task.Task;
import org.dermarium.challenge.task.TaskOut;
import org.dermarium.challenge.task.Tasks;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v2/challenges/")
class ChallengeController {

    private final Challenges challenges;
    private final Tasks tasks;
    private final Clock clock;

    ChallengeController(Challenges challenges, Tasks tasks, Clock clock) {
        this.challenges = challenges;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List challenges, newest first, each with its tasks")
    Mono<Page<ChallengeOut>> list(Caller caller, PageRequest request) {
        return challenges
                .page(caller, request)
                .flatMap(page ->
                        tasksOf(caller, page.results()).map(all -> page.map(challenge -> out(challenge, all))));
    }

    @GetMapping("{slug}/")
    @Operation(summary = "A challenge with its tasks")
    Mono<ChallengeOut> one(@PathVariable String slug, Caller caller) {
        return shown(caller, slug);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a challenge, for staff")
    Mono<ChallengeOut> create(@Staff Caller.Member staff, @RequestBody Mono<NewChallengeIn> body) {
        return body.map(NewChallengeIn::complete).flatMap(challenges::add).flatMap(slug -> shown(staff, slug));
    }

    @PatchMapping("{slug}/")
    @Operation(summary = "Edit a challenge, for staff; what is not sent stays")
    Mono<ChallengeOut> edit(
            @PathVariable String slug, @Staff Caller.Member staff, @RequestBody Mono<ChallengeIn> body) {
        return body.flatMap(changes -> challenges.edit(slug, changes)).flatMap(changed -> shown(staff, changed));
    }

    @PostMapping("{slug}/tasks/")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a task to a challenge, for staff; it is a draft until it is opened")
    Mono<TaskOut> addTask(@PathVariable String slug, @Staff Caller.Member staff, @RequestBody Mono<NewTaskIn> body) {
        return challenges
                .visible(staff, slug)
                .flatMap(challenge -> body.map(NewTaskIn::complete).flatMap(task -> tasks.add(challenge.id(), task)))
                .flatMap(id -> tasks.visible(staff, id))
                .map(task -> TaskOut.of(task, clock.instant()));
    }

    private Mono<ChallengeOut> shown(Caller caller, String slug) {
        return challenges
                .visible(caller, slug)
                .flatMap(challenge -> tasksOf(caller, List.of(challenge)).map(all -> out(challenge, all)));
    }

    private Mono<List<Task>> tasksOf(Caller caller, Collection<Challenge> shown) {
        return tasks.of(caller, shown.stream().map(Challenge::id).toList()).collectList();
    }

    private ChallengeOut out(Challenge challenge, List<Task> all) {
        var own = all.stream()
                .filter(task -> task.challengeId() == challenge.id())
                .toList();
        return ChallengeOut.of(challenge, own, clock.instant());
    }
}
