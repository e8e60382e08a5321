package org.dermarium.challenge.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.challenge.classification.Truth;
import org.dermarium.challenge.known.ImageSets;
import org.dermarium.challenge.table.TableProblem;
import org.dermarium.loop.Blocking;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Opens a task: from then on its images are those of its truth, for good. With a collection they must be its members, as
 * the bus has told of them until now. Images that participants cannot see are asked of nobody, and staff say that they
 * know how many these are.
 */
@Service
class OpenTask {

    private static final int NAMED = 10;

    private final Tasks tasks;
    private final TaskImages images;
    private final Truths truths;
    private final ImageSets sets;
    private final TransactionalOperator transaction;

    OpenTask(Tasks tasks, TaskImages images, Truths truths, ImageSets sets, TransactionalOperator transaction) {
        this.tasks = tasks;
        this.images = images;
        this.truths = truths;
        this.sets = sets;
        this.transaction = transaction;
    }

    /** @param hiddenImages how many images of the truth staff know to be hidden from participants */
    Mono<Void> open(Task task, @Nullable Long wished, int hiddenImages) {
        if (task.openedAt() != null) {
            return Mono.error(Refusal.conflict("The task is open already; its images are frozen."));
        }
        Long collection = wished == null ? task.collection() : wished;
        return truths.of(task.id())
                .switchIfEmpty(Mono.error(() -> Refusal.rule("The task needs a ground truth before it can open.")))
                .flatMap(basis -> Blocking.call(() -> truths.read(basis))
                        .flatMap(truth -> (collection == null ? Mono.<Void>empty() : compare(collection, truth.ids()))
                                .then(Mono.defer(() -> freeze(task, basis, collection, truth, hiddenImages)))));
    }

    private Mono<Void> freeze(Task task, Truths.Basis basis, @Nullable Long collection, Truth truth, int hiddenImages) {
        return tasks.open(task.id(), basis.key(), collection)
                .flatMap(opened -> opened
                        ? images.freeze(task.id(), truth.ids())
                        : Mono.error(Refusal.conflict("Somebody else changed this at the same moment.")))
                .doOnNext(hidden -> {
                    checkKnown(truth, hidden, hiddenImages);
                    checkScorable(truth.without(hidden));
                })
                .then()
                .as(transaction::transactional);
    }

    private static void checkKnown(Truth truth, Set<String> hidden, int known) {
        if (hidden.size() != known) {
            String count = Integer.toString(hidden.size());
            String message = count + " of the " + truth.ids().size()
                    + " images of the truth are not public, so participants do not see them: " + names(hidden)
                    + ". Publish them or take them out of the truth; or open the task with \"hidden_images\": " + count
                    + ", and only the others are asked for and scored.";
            throw Refusal.rule(message, List.of(Map.of("field", "hidden_images", "message", count)));
        }
    }

    private static void checkScorable(Truth asked) {
        asked.problems().stream().map(TableProblem::message).findFirst().ifPresent(problem -> {
            throw Refusal.rule("Without the images that are not public nothing can be scored: " + problem);
        });
    }

    private Mono<Void> compare(long collection, List<String> ids) {
        return sets.nameOf(collection)
                .switchIfEmpty(Mono.error(() -> Refusal.rule("There is no collection " + collection + ".")))
                .then(Mono.defer(() -> sets.membersOf(collection)))
                .flatMap(members -> {
                    String differences = differences(members, ids);
                    return differences.isEmpty() ? Mono.empty() : Mono.error(Refusal.rule(differences));
                });
    }

    /** In words, naming ids; empty when there are none. */
    static String differences(List<String> members, List<String> truth) {
        Set<String> withoutTruth = new TreeSet<>(members);
        truth.forEach(withoutTruth::remove);
        Set<String> strangers = new TreeSet<>(truth);
        members.forEach(strangers::remove);
        return (named("Members of the collection without a row in the truth", withoutTruth)
                        + named("Rows of the truth that are no members of the collection", strangers))
                .strip();
    }

    private static String named(String lead, Set<String> ids) {
        return ids.isEmpty() ? "" : lead + ": " + names(ids) + ". ";
    }

    private static String names(Collection<String> ids) {
        String list = String.join(", ", ids.stream().limit(NAMED).toList());
        return list + (ids.size() > NAMED ? ", … (" + ids.size() + " in all)" : "");
    }
}
