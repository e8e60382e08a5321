package org.dermarium.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dermarium.ingest.work.Queue;
import org.dermarium.ingest.work.Wakes;
import org.dermarium.ingest.work.WorkLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Publishes what was asked for, batch by batch, in the order in which it was asked for. Resumed after a crash at any
 * line: the public id is committed before files get its name, files are copied before anybody is told, and the request
 * is forgotten in the transaction that tells.
 */
@Component
class PublishAccepted extends WorkLoop {

    private static final Logger log = LoggerFactory.getLogger(PublishAccepted.class);
    private static final int BATCH = 100;

    private final Publications publications;
    private final PublicFiles files;

    PublishAccepted(Publications publications, PublicFiles files, Wakes wakes) {
        super(Queue.PUBLICATIONS, wakes);
        this.publications = publications;
        this.files = files;
    }

    @Override
    protected boolean step() {
        List<Due> due = Objects.requireNonNull(publications.next(BATCH).block());
        if (due.isEmpty()) {
            return false;
        }
        List<Due> ready = files.copy(due);
        var lost = new ArrayList<>(due);
        lost.removeAll(ready);
        for (Due one : lost) {
            log.error("Accession {} cannot be published: its files are gone", one.accession());
            publications.drop(one).block();
        }
        if (!ready.isEmpty()) {
            publications.finish(ready).block();
        }
        return true;
    }
}
