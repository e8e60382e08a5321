package org.dermarium.challenge.task;

import java.io.InputStream;
import java.util.Set;
import org.dermarium.blobs.BlobStore;
import org.dermarium.challenge.classification.Truth;
import org.dermarium.challenge.file.IncomingFiles;
import org.dermarium.challenge.table.UnusableTable;
import org.dermarium.events.StoredObject;
import org.dermarium.loop.Blocking;
import org.dermarium.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Takes the ground truth of a task: stored, read and checked before the task knows of it; one that is refused is given up. */
@Service
class KeepTruth {

    private final Tasks tasks;
    private final TaskImages images;
    private final Truths truths;
    private final IncomingFiles files;
    private final BlobStore blobs;
    private final TransactionalOperator transaction;

    KeepTruth(
            Tasks tasks,
            TaskImages images,
            Truths truths,
            IncomingFiles files,
            BlobStore blobs,
            TransactionalOperator transaction) {
        this.tasks = tasks;
        this.images = images;
        this.truths = truths;
        this.files = files;
        this.blobs = blobs;
        this.transaction = transaction;
    }

    /** What was kept; {@link UnusableTable} with every problem of a truth that cannot be used. */
    Mono<Truth> keep(Task task, IncomingFiles.Source source) {
        task.type().checkSupported();
        String key = "truths/" + task.id() + "/" + source.id() + ".csv";
        return files.store(source, key)
                .flatMap(stored -> Blocking.call(() -> read(stored))
                        .flatMap(truth -> checkFrozen(task, truth)
                                .then(Mono.defer(() -> keep(task, key, stored.sha256(), truth)))
                                .thenReturn(truth)))
                .onErrorResume(e -> files.discard(key).then(Mono.error(e)));
    }

    private Mono<Void> keep(Task task, String key, String sha256, Truth truth) {
        return tasks.keepTruth(task, key, sha256, truth)
                .flatMap(replaced -> replaced.isEmpty() || replaced.equals(key)
                        ? files.keep(key)
                        : files.keep(key).then(files.giveUp(replaced)))
                .as(transaction::transactional);
    }

    private Truth read(StoredObject stored) throws Exception {
        try (InputStream in = blobs.open(stored.bucket(), stored.key())) {
            return Truth.read(in);
        }
    }

    /** An open task may have its truth mended, but what teams are asked stays. */
    private Mono<Void> checkFrozen(Task task, Truth truth) {
        if (task.openedAt() == null) {
            return Mono.empty();
        }
        return images.frozen(task.id()).flatMap(frozen -> {
            boolean isSame = task.categories().equals(truth.categories())
                    && Set.copyOf(frozen).equals(Set.copyOf(truth.ids()));
            return isSame
                    ? checkScorable(task, truth)
                    : Mono.error(
                            Refusal.rule("The task is open: its truth can be mended, but images and categories stay."));
        });
    }

    private Mono<Void> checkScorable(Task task, Truth truth) {
        return truths.of(task.id())
                .map(basis -> truth.without(basis.unasked()).problems())
                .flatMap(problems -> problems.isEmpty() ? Mono.empty() : Mono.error(new UnusableTable(problems)));
    }
}
