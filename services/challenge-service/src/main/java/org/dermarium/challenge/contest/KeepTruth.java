package org.dermarium.challenge.contest;

import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.Stored;
import org.dermarium.challenge.file.TakeFile;
import org.dermarium.store.Blocking;
import org.dermarium.web.Refused;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the ground truth of a task: stored, read and checked before the task knows of it; one that is refused is removed. */
@Service
class KeepTruth {

    private final Tasks tasks;
    private final TruthFormats formats;
    private final TakeFile files;
    private final BlobStore blobs;

    KeepTruth(Tasks tasks, TruthFormats formats, TakeFile files, BlobStore blobs) {
        this.tasks = tasks;
        this.formats = formats;
        this.files = files;
        this.blobs = blobs;
    }

    /** What the truth holds; {@link org.dermarium.challenge.scoring.UnusableTable} with every problem of a wrong one. */
    Mono<TruthFormat.Contents> keep(Task task, TakeFile.Source source) {
        TruthFormat format = formats.of(task.type());
        String key = "truths/" + task.id() + "/" + UUID.randomUUID() + ".csv";
        return source.storeAs(key)
                .flatMap(stored -> Blocking.call(() -> read(format, stored))
                        .flatMap(contents -> checkFrozen(task, contents).thenReturn(contents))
                        .flatMap(contents -> tasks.keepTruth(task, key, stored.sha256(), contents)
                                .flatMap(this::forget)
                                .thenReturn(contents))
                        .onErrorResume(e -> files.discard(key).onErrorComplete().then(Mono.error(e))));
    }

    private TruthFormat.Contents read(TruthFormat format, Stored stored) throws Exception {
        try (InputStream in = blobs.open(stored.bucket(), stored.key())) {
            return format.read(in);
        }
    }

    /** An open task may have its truth mended, but what teams are asked stays. */
    private Mono<Void> checkFrozen(Task task, TruthFormat.Contents contents) {
        if (task.openedAt() == null) {
            return Mono.empty();
        }
        return tasks.frozen(task.id()).flatMap(frozen -> {
            boolean isSame = task.categories().equals(contents.categories())
                    && List.copyOf(new TreeSet<>(frozen)).equals(List.copyOf(new TreeSet<>(contents.ids())));
            return isSame
                    ? Mono.empty()
                    : Mono.error(
                            new Refused("The task is open: its truth can be mended, but images and categories stay."));
        });
    }

    private Mono<Void> forget(String replaced) {
        return replaced.isEmpty() ? Mono.empty() : files.discard(replaced).onErrorComplete();
    }
}
