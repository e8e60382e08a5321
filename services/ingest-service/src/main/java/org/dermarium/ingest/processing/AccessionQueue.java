package org.dermarium.ingest.processing;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.accession.ImageEvents;
import org.dermarium.ingest.original.Original;
import org.dermarium.ingest.publish.Publications;
import org.dermarium.store.JsonColumns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Accessions that wait to be processed. All calls block. */
@Repository
class AccessionQueue {

    record Backlog(long waiting, double oldestSeconds) {}

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(3);

    /** An array in place of IN keeps the plan an index scan whatever the statistics say. */
    private static final String CLAIM = """
            update accession set attempts = attempts + 1, lease_until = now() + make_interval(secs => :seconds)
            where id = any(array(
              select id from accession
              where status = 'created' and (lease_until is null or lease_until < now())
              order by id limit :most for update skip locked))
            returning id, attempts, original_key, original_size, original_offset, original_packed, original_method,
              blob_id, traceparent""";

    private static final String SETTLE = """
            update accession a set status = o.status, reason = o.reason, lease_until = null, settled_at = now(),
              full_key = o.picture -> 'full' ->> 'key', full_size = (o.picture -> 'full' ->> 'size')::bigint,
              full_sha256 = o.picture -> 'full' ->> 'sha256', full_crc32 = (o.picture -> 'full' ->> 'crc32')::bigint,
              full_type = o.picture -> 'full' ->> 'contentType', thumbnail_key = o.picture -> 'thumbnail' ->> 'key',
              thumbnail_size = (o.picture -> 'thumbnail' ->> 'size')::bigint,
              thumbnail_sha256 = o.picture -> 'thumbnail' ->> 'sha256',
              thumbnail_crc32 = (o.picture -> 'thumbnail' ->> 'crc32')::bigint,
              width = (o.picture ->> 'width')::int, height = (o.picture ->> 'height')::int,
              review = case when o.status = 'succeeded' and a.publish is not null then true else a.review end,
              version = a.version + 1, changed = now()
            from json_to_recordset(cast(:outcomes as json)) as o(claim json, status text, reason text, picture json)
            where a.id = (o.claim ->> 'accession')::bigint and a.attempts = (o.claim ->> 'attempt')::int
              and a.status = 'created'
            returning a.id""";

    /** In order of ids, as everybody does who changes several, so that two transactions never wait for each other. */
    private static final String LOCK = "select id from accession where id = any(:ids) order by id for update";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final ImageEvents events;
    private final ObjectLedger ledger;
    private final Publications publications;

    AccessionQueue(
            DatabaseClient db,
            TransactionalOperator transaction,
            ImageEvents events,
            ObjectLedger ledger,
            Publications publications) {
        this.db = db;
        this.transaction = transaction;
        this.events = events;
        this.ledger = ledger;
        this.publications = publications;
    }

    /** Claims the oldest ones that have no claim, for the length of the lease. */
    List<Claim> claim(int most, Duration lease) {
        return Objects.requireNonNull(db.sql(CLAIM)
                .bind("seconds", (double) lease.toSeconds())
                .bind("most", most)
                .map(AccessionQueue::claim)
                .all()
                .collectList()
                .block());
    }

    private static Claim claim(Readable row) {
        Long offset = row.get("original_offset", Long.class);
        Original.Place place = offset == null
                ? null
                : new Original.Place(
                        offset, number(row, "original_packed"), get(row, "original_method", Integer.class));
        return new Claim(
                number(row, "id"),
                get(row, "attempts", Integer.class),
                new Original(text(row, "original_key"), number(row, "original_size"), place),
                get(row, "blob_id", UUID.class),
                row.get("traceparent", String.class));
    }

    /** Holds claims longer. */
    void renew(Collection<Claim> claims, Duration lease) {
        db.sql("""
                        update accession a set lease_until = now() + make_interval(secs => :seconds)
                        from unnest(:ids::bigint[], :attempts::int[]) as c(id, attempt)
                        where a.id = c.id and a.attempts = c.attempt and a.status = 'created'
                          and a.id = any(array(""" + LOCK + "))")
                .bind("seconds", (double) lease.toSeconds())
                .bind("ids", claims.stream().map(Claim::accession).toArray(Long[]::new))
                .bind("attempts", claims.stream().map(Claim::attempt).toArray(Integer[]::new))
                .fetch()
                .rowsUpdated()
                .block();
    }

    /**
     * Writes outcomes and their events in one transaction. An outcome whose claim has passed to another instance is
     * dropped.
     *
     * @return the accessions changed
     */
    List<Accession> settle(List<Outcome> outcomes) {
        var postponed =
                outcomes.stream().filter(Outcome.Postponed.class::isInstance).toList();
        var settled =
                outcomes.stream().filter(o -> !(o instanceof Outcome.Postponed)).toList();
        return Objects.requireNonNull(transaction
                .transactional(lock(outcomes)
                        .then(postpone(postponed))
                        .then(Mono.defer(() -> settleAll(settled)))
                        .flatMap(changed -> ledger.giveUp(leftovers(outcomes)).thenReturn(changed)))
                .block());
    }

    /** What an attempt that died may have stored for an image that is not taken in the end. */
    private static List<ObjectName> leftovers(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(o -> o instanceof Outcome.Failed
                        || (o instanceof Outcome.Skipped && o.claim().attempt() > 1))
                .flatMap(o -> StorePicture.names(o.claim().blobId()).stream())
                .toList();
    }

    private Mono<List<Accession>> settleAll(List<Outcome> settled) {
        if (settled.isEmpty()) {
            return Mono.just(List.of());
        }
        return write(settled)
                .flatMap(ids -> publications.requestAsUploaded(ids).then(events.append(EventType.IMAGE_UPLOADED, ids)));
    }

    private Mono<Void> lock(List<Outcome> outcomes) {
        return db.sql(LOCK).bind("ids", ids(outcomes)).fetch().rowsUpdated().then();
    }

    private Mono<List<Long>> write(List<Outcome> settled) {
        return db.sql(SETTLE)
                .bind("outcomes", JsonColumns.write(settled))
                .map(row -> number(row, "id"))
                .all()
                .collectList();
    }

    private Mono<Void> postpone(List<Outcome> postponed) {
        if (postponed.isEmpty()) {
            return Mono.empty();
        }
        return db.sql("""
                        update accession a set attempts = attempts - 1,
                          lease_until = now() + make_interval(secs => :seconds)
                        from unnest(:ids::bigint[], :attempts::int[]) as c(id, attempt)
                        where a.id = c.id and a.attempts = c.attempt and a.status = 'created'""")
                .bind("seconds", (double) OUTAGE_PAUSE.toSeconds())
                .bind("ids", ids(postponed))
                .bind(
                        "attempts",
                        postponed.stream().map(o -> o.claim().attempt()).toArray(Integer[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** How much waits and for how long the oldest has. */
    Backlog backlog() {
        return Objects.requireNonNull(db.sql("""
                        select count(*) as waiting,
                          coalesce(extract(epoch from now() - min(created)), 0)::float8 as oldest
                        from accession where status = 'created'""")
                .map(row -> new Backlog(number(row, "waiting"), get(row, "oldest", Double.class)))
                .one()
                .block());
    }

    private static Long[] ids(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.claim().accession()).toArray(Long[]::new);
    }
}
