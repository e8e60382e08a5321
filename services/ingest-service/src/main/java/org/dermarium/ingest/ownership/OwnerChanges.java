package org.dermarium.ingest.ownership;

import static org.dermarium.store.R2dbcValues.number;

import java.util.List;
import org.dermarium.events.EventType;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.accession.ImageEvents;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Contributors whose images are still to be told anew. */
@Repository
class OwnerChanges {

    private final DatabaseClient db;
    private final ImageEvents events;
    private final WorkQueue queue;

    OwnerChanges(DatabaseClient db, ImageEvents events, WorkQueues queues) {
        this.db = db;
        this.events = events;
        this.queue = queues.named(TellOwnerChanges.QUEUE);
    }

    /** Notes it in the caller's transaction; from the contributor's first image on. */
    Mono<Void> note(long contributor) {
        return db.sql("""
                        insert into owner_change values (:contributor, 0)
                        on conflict (contributor) do update set after_accession = 0""")
                .bind("contributor", contributor)
                .fetch()
                .rowsUpdated()
                .then(queue.add(contributor));
    }

    /** Tells the contributor's next images in the caller's transaction; an empty list when all are told. */
    Mono<List<Accession>> tellNext(long contributor, int most) {
        return db.sql("select after_accession from owner_change where contributor = :contributor for update")
                .bind("contributor", contributor)
                .map(row -> number(row, "after_accession"))
                .one()
                .flatMap(after -> renew(contributor, after, most)
                        .flatMap(ids ->
                                advance(contributor, ids).then(events.append(EventType.IMAGE_METADATA_CHANGED, ids))))
                .defaultIfEmpty(List.of());
    }

    private Mono<List<Long>> renew(long contributor, long after, int most) {
        return db.sql("""
                        update accession set version = version + 1, changed = now() where id = any(array(
                          select a.id from accession a join cohort c on c.id = a.cohort
                          where c.contributor = :contributor and a.id > :after and a.status = 'succeeded'
                          order by a.id limit :most for update of a))
                        returning id""")
                .bind("contributor", contributor)
                .bind("after", after)
                .bind("most", most)
                .map(row -> number(row, "id"))
                .all()
                .collectSortedList();
    }

    private Mono<Long> advance(long contributor, List<Long> told) {
        if (told.isEmpty()) {
            return db.sql("delete from owner_change where contributor = :contributor")
                    .bind("contributor", contributor)
                    .fetch()
                    .rowsUpdated();
        }
        return db.sql("update owner_change set after_accession = :last where contributor = :contributor")
                .bind("contributor", contributor)
                .bind("last", told.getLast())
                .fetch()
                .rowsUpdated();
    }
}
