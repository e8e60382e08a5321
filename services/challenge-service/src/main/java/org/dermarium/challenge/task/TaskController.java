package org.dermarium.challenge.task;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Objects;
import org.dermarium.apidocs.Refuses;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Staff;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v2/tasks/{id}/")
class TaskController {

    private final Tasks tasks;
    private final TaskImages images;
    private final OpenTask openTask;
    private final Clock clock;

    TaskController(Tasks tasks, TaskImages images, OpenTask openTask, Clock clock) {
        this.tasks = tasks;
        this.images = images;
        this.openTask = openTask;
        this.clock = clock;
    }

    /** @param hiddenImages how many images of the truth participants do not see; the others alone are asked for then */
    record OpenIn(@Nullable Long collectionId, @Nullable Integer hiddenImages) {}

    record TaskImageOut(String isicId) {}

    @GetMapping
    @Operation(summary = "A task with its limits and the first lines of a file that it takes")
    Mono<TaskOut> one(@PathVariable long id, Caller caller) {
        return tasks.visible(caller, id).map(this::out);
    }

    @GetMapping("images/")
    @Operation(summary = "Ids of the images to predict, as far as the caller may know of them")
    Mono<Page<TaskImageOut>> images(@PathVariable long id, Caller caller, PageRequest request) {
        return tasks.visible(caller, id)
                .then(Mono.defer(() -> images.page(caller, id, request)))
                .map(page -> page.map(TaskImageOut::new));
    }

    @PatchMapping
    @Refuses(409)
    @Operation(summary = "Edit a task, for staff; what is not sent stays")
    Mono<TaskOut> edit(@PathVariable long id, @Staff Caller.Member staff, @RequestBody Mono<TaskIn> body) {
        return tasks.visible(staff, id)
                .flatMap(task -> body.flatMap(changes -> {
                    checkMayChange(task, changes);
                    return tasks.edit(id, changes);
                }))
                .then(Mono.defer(() -> tasks.visible(staff, id)))
                .map(this::out);
    }

    @PostMapping("open/")
    @Operation(summary = "Open a task, for staff: its images are frozen, those of a collection or those of its truth")
    Mono<TaskOut> open(
            @PathVariable long id, @Staff Caller.Member staff, @RequestBody(required = false) Mono<OpenIn> body) {
        return tasks.visible(staff, id)
                .flatMap(task -> body.defaultIfEmpty(new OpenIn(null, null))
                        .flatMap(in -> openTask.open(
                                task, in.collectionId(), Objects.requireNonNullElse(in.hiddenImages(), 0))))
                .then(Mono.defer(() -> tasks.visible(staff, id)))
                .map(this::out);
    }

    /** Teams have answered what it was when it opened. */
    private static void checkMayChange(Task task, TaskIn changes) {
        boolean changesType = changes.type() != null && changes.type() != task.type();
        if (changesType) {
            throw Refusal.conflict("The type of a task cannot be changed.");
        }
        boolean changesBasis = changes.metric() != null && changes.metric() != task.metric()
                || changes.collectionId() != null && !Objects.equals(changes.collectionId(), task.collection());
        if (task.openedAt() != null && changesBasis) {
            throw Refusal.conflict("The task is open: its metric and its images are frozen.");
        }
        if (Boolean.FALSE.equals(changes.scoresPublished()) && task.allScoresPublished()) {
            throw Refusal.conflict("The challenge publishes the scores of all its tasks; take them back there.");
        }
    }

    private TaskOut out(Task task) {
        return TaskOut.of(task, clock.instant());
    }
}
