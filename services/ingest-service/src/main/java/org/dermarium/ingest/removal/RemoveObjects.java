package org.dermarium.ingest.removal;

import java.util.List;
import java.util.Objects;
import org.dermarium.blobs.BlobStore;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.ingest.work.WorkLoop;
import org.springframework.stereotype.Component;

/** Deletes what was given up; deleting twice is harmless. */
@Component
class RemoveObjects extends WorkLoop {

    private static final int BATCH = 100;

    private final Removals removals;
    private final BlobStore blobs;

    RemoveObjects(Removals removals, BlobStore blobs, Wakes wakes) {
        super(Queue.REMOVALS, wakes);
        this.removals = removals;
        this.blobs = blobs;
    }

    @Override
    protected boolean step() {
        List<Removals.Waiting> waiting =
                Objects.requireNonNull(removals.next(BATCH).block());
        if (waiting.isEmpty()) {
            return false;
        }
        waiting.forEach(w -> blobs.delete(w.object().bucket(), w.object().key()));
        removals.forget(waiting.stream().map(Removals.Waiting::id).toList()).block();
        return true;
    }
}
