package org.dermarium.ingest.ownership;

import java.util.List;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.ingest.work.WorkLoop;
import org.springframework.stereotype.Component;

/** Tells all images of contributors whose owners changed, some at a time, and goes on after a crash. */
@Component
class TellOwnerChanges extends WorkLoop {

    private static final int BATCH = 1_000;

    private final OwnerChanges changes;

    TellOwnerChanges(OwnerChanges changes, Wakes wakes) {
        super(Queue.OWNER_CHANGES, wakes);
        this.changes = changes;
    }

    @Override
    protected boolean step() {
        List<Accession> told = changes.tellNext(BATCH).block();
        return told != null;
    }
}
