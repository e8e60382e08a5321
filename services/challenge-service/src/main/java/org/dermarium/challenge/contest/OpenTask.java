package org.dermarium.challenge.contest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.challenge.member.ImageSets;
import org.dermarium.challenge.scoring.Truth;
import org.dermarium.store.Blocking;
import org.dermarium.web.Conflict;
import org.dermarium.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Opens a task: from then on its images are those of its truth, for good. With a collection they must be its members, as
 * the bus has told of them until now.
 */
@Service
class OpenTask {

    private static final int NAMED = 10;

    private final Tasks tasks;
    private final Truths truths;
    private final ImageSets sets;

    OpenTask(Tasks tasks, Truths truths, ImageSets sets) {
        this.tasks = tasks;
        this.truths = truths;
        this.sets = sets;
    }

    Mono<Void> open(Task task, @Nullable Long wished) {
        if (task.openedAt() != null) {
            return Mono.error(new Conflict("The task is open already; its images are frozen."));
        }
        Long collection = wished == null ? task.collection() : wished;
        return truths.of(task.id())
                .switchIfEmpty(Mono.error(() -> new Refused("The task needs a ground truth before it can open.")))
                .flatMap(basis -> Blocking.call(() -> truths.read(basis))
                        .map(Truth::ids)
                        .flatMap(ids -> (collection == null ? Mono.<Void>empty() : compare(collection, ids))
                                .then(Mono.defer(() -> tasks.open(task.id(), basis.key(), collection, ids)))))
                .flatMap(opened -> opened
                        ? Mono.empty()
                        : Mono.error(new Conflict("Somebody else changed this at the same moment.")));
    }

    private Mono<Void> compare(long collection, List<String> ids) {
        return sets.nameOf(collection)
                .switchIfEmpty(Mono.error(() -> new Refused("There is no collection " + collection + ".")))
                .then(Mono.defer(() -> sets.membersOf(collection)))
                .flatMap(members -> {
                    String differences = differences(members, ids);
                    return differences.isEmpty() ? Mono.empty() : Mono.error(new Refused(differences));
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
        if (ids.isEmpty()) {
            return "";
        }
        String list = String.join(", ", ids.stream().limit(NAMED).toList());
        return lead + ": " + list + (ids.size() > NAMED ? ", … (" + ids.size() + " in all)" : "") + ". ";
    }
}
