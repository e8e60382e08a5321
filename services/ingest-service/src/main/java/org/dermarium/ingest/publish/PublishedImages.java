package org.dermarium.ingest.publish;

import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.accession.ImageEvents;
import org.dermarium.ingest.accession.PublicKeys;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Images with a public id: embargoes lifted, images taken back. */
@Repository
class PublishedImages {

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final ImageEvents events;
    private final PublicFiles files;
    private final ObjectLedger ledger;

    PublishedImages(
            DatabaseClient db,
            TransactionalOperator transaction,
            ImageEvents events,
            PublicFiles files,
            ObjectLedger ledger) {
        this.db = db;
        this.transaction = transaction;
        this.events = events;
        this.files = files;
        this.ledger = ledger;
    }

    /** Those of these image ids that are embargoed. */
    Mono<List<PendingPublication>> embargoed(Collection<String> isicIds) {
        return db.sql("""
                        select 0::bigint as id, id as accession, true as is_public, isic_id, full_key, thumbnail_key
                        from accession where isic_id = any(:ids) and visibility = 'embargoed' order by accession.id""")
                .bind("ids", isicIds.toArray(String[]::new))
                .map(Publications::read)
                .all()
                .collectList();
    }

    /** Those of these image ids that are public. */
    Mono<List<String>> alreadyPublic(Collection<String> isicIds) {
        return db.sql("select isic_id from accession where isic_id = any(:ids) and visibility = 'public'")
                .bind("ids", isicIds.toArray(String[]::new))
                .map(row -> text(row, "isic_id"))
                .all()
                .collectList();
    }

    /** Makes embargoed images public; gives up the public files of those that were withdrawn meanwhile. */
    Mono<List<Accession>> release(List<PendingPublication> pending) {
        return transaction.transactional(db.sql("""
                        update accession set visibility = 'public', was_public = true, version = version + 1,
                          changed = now()
                        where id = any(array(
                          select id from accession where id = any(:ids) and visibility = 'embargoed'
                          order by id for update))
                        returning id""")
                .bind("ids", Publications.accessions(pending))
                .map(row -> number(row, "id"))
                .all()
                .collectList()
                .flatMap(released ->
                        files.settle(pending, released).then(events.append(EventType.IMAGE_RELEASED, released))));
    }

    /** Takes an image back and gives up all its files; empty when there is no such published image. */
    Mono<List<Accession>> withdraw(String isicId, String reason) {
        return transaction.transactional(db.sql("""
                        update accession set visibility = 'withdrawn', withdrawn_reason = :reason, original_kept = false,
                          version = version + 1, changed = now()
                        where isic_id = :isic_id and visibility in ('public', 'embargoed')
                        returning id, full_key, thumbnail_key, original_key""")
                .bind("isic_id", isicId)
                .bind("reason", reason)
                .map(row -> new Withdrawn(
                        number(row, "id"),
                        PublicKeys.files(isicId, text(row, "full_key")),
                        Stream.of("full_key", "thumbnail_key", "original_key")
                                .map(column -> ObjectName.inPrivate(text(row, column)))
                                .toList()))
                .one()
                .flatMap(taken -> ledger.giveUpAtOnce(taken.publicFiles())
                        .then(ledger.giveUp(taken.privateFiles()))
                        .then(events.append(EventType.IMAGE_WITHDRAWN, List.of(taken.accession()))))
                .defaultIfEmpty(List.of()));
    }

    /** The public files are reached by plain addresses; the private ones, with what was sent, only through this archive. */
    private record Withdrawn(long accession, List<ObjectName> publicFiles, List<ObjectName> privateFiles) {}
}
