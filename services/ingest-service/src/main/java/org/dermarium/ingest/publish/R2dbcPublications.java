package org.dermarium.ingest.publish;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.events.EventType;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.accession.PublicKeys;
import org.dermarium.ingest.accession.TellImages;
import org.dermarium.ingest.identifier.PublicIds;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPublications implements Publications, WishedPublications {

    /** Locked, so that what is published just now is not asked for again. */
    private static final String REQUEST = """
            with accepted as (
              select id, row_public, traceparent from accession
              where cohort = :cohort and state = 'accepted' and (:ids::bigint[] is null or id = any(:ids))
              order by id for no key update)
            insert into publication as p (accession, is_public, requested_by, traceparent)
            select id, coalesce(:public, row_public, false), :by, traceparent from accepted order by id
            on conflict (accession) do update set is_public = excluded.is_public, requested_by = excluded.requested_by,
              requested_at = now(), problem = null
            where p.problem is not null
            returning accession""";

    /** Staff may ask at the upload for publication at once. */
    private static final String REQUEST_WISHED = """
            insert into publication(accession, is_public, requested_by, traceparent)
            select id, wish = 'public', creator, traceparent from accession
            where id = any(:ids) and wish is not null and status = 'succeeded' order by id
            on conflict do nothing returning accession""";

    private static final String FINISH = """
            update accession a set visibility = p.visibility, isic_id = p.isic_id, published_at = p.at,
              was_public = p.visibility = 'public', license = coalesce(a.license, c.default_copyright_license),
              attribution = coalesce(a.attribution, c.default_attribution), version = a.version + 1, changed = now()
            from unnest(:ids::bigint[], :isic_ids::text[], :visibilities::text[], :times::timestamptz[])
              as p(id, isic_id, visibility, at), cohort c
            where a.id = p.id and c.id = a.cohort and a.state = 'accepted'
            returning a.id""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final PublicIds ids;
    private final TellImages images;
    private final ObjectLedger ledger;
    private final Clock clock;
    private final WorkQueue queue;

    R2dbcPublications(
            DatabaseClient db,
            TransactionalOperator transaction,
            PublicIds ids,
            TellImages images,
            ObjectLedger ledger,
            Clock clock,
            WorkQueues queues) {
        this.db = db;
        this.transaction = transaction;
        this.ids = ids;
        this.images = images;
        this.ledger = ledger;
        this.clock = clock;
        this.queue = queues.named(PublishAccepted.QUEUE);
    }

    @Override
    public Mono<Requested> request(
            long cohort, @Nullable Boolean isPublic, @Nullable Collection<Long> accessions, long by) {
        var statement = db.sql(REQUEST).bind("cohort", cohort).bind("by", by);
        statement = bind(statement, "public", isPublic, Boolean.class);
        Long[] wanted = accessions == null ? null : accessions.toArray(Long[]::new);
        return transaction.transactional(added(bind(statement, "ids", wanted, Long[].class))
                .flatMap(count -> notAccepted(cohort, wanted).map(others -> new Requested(count, others))));
    }

    private Mono<List<Long>> notAccepted(long cohort, Long @Nullable [] wanted) {
        return wanted == null
                ? Mono.just(List.of())
                : db.sql("""
                                select distinct n.id from unnest(:ids::bigint[]) as n(id)
                                where not exists (select from accession a where a.id = n.id and a.cohort = :cohort
                                  and a.state in ('accepted', 'published'))
                                order by n.id""")
                        .bind("ids", wanted)
                        .bind("cohort", cohort)
                        .map(row -> number(row, "id"))
                        .all()
                        .collectList();
    }

    @Override
    public Mono<Long> requestWished(Collection<Long> accessions) {
        return added(db.sql(REQUEST_WISHED).bind("ids", accessions.toArray(Long[]::new)));
    }

    private Mono<Long> added(GenericExecuteSpec requests) {
        return requests.map(row -> Long.toString(number(row, "accession")))
                .all()
                .collectList()
                .flatMap(queue::addAll);
    }

    @Override
    public Mono<List<Due>> due(Collection<Long> accessions) {
        return transaction.transactional(waiting(accessions)
                .flatMap(waiting -> ids.imageIds(
                                waiting.stream().map(Due::accession).toList())
                        .map(given ->
                                waiting.stream().map(due -> named(due, given)).toList())));
    }

    /** A change of metadata after the request takes the acceptance back. */
    private Mono<List<Due>> waiting(Collection<Long> accessions) {
        return db.sql("""
                        select p.id, p.accession, p.is_public, '' as isic_id, a.full_key, a.thumbnail_key
                        from publication p join accession a on a.id = p.accession
                        where p.accession = any(:ids) and a.state = 'accepted' order by p.id""")
                .bind("ids", accessions.toArray(Long[]::new))
                .map(R2dbcPublications::read)
                .all()
                .collectList();
    }

    private static Due named(Due due, Map<Long, String> given) {
        String isicId = java.util.Objects.requireNonNull(given.get(due.accession()));
        return new Due(due.id(), due.accession(), due.isPublic(), isicId, due.fullKey(), due.thumbnailKey());
    }

    @Override
    public Mono<List<Accession>> finish(Collection<Long> accessions, List<Due> due) {
        return lock(accessions).then(lastTime()).flatMap(last -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant first = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
            return publish(due, first)
                    .flatMap(published -> advance(first.plus(due.size(), ChronoUnit.MICROS))
                            .then(forget(accessions))
                            .then(settleFiles(due, published))
                            .then(images.tell(EventType.IMAGE_PUBLISHED, published)));
        });
    }

    /** In order of ids, as everybody does who changes several, so that two transactions never wait for each other. */
    private Mono<Long> lock(Collection<Long> accessions) {
        return db.sql("select id from accession where id = any(:ids) order by id for no key update")
                .bind("ids", accessions.toArray(Long[]::new))
                .fetch()
                .all()
                .count();
    }

    /** Held until the commit: publications commit one batch after the other, and nothing else waits for them. */
    private Mono<Instant> lastTime() {
        return db.sql("select last_at from publication_clock for update")
                .map(row -> at(row, "last_at"))
                .one();
    }

    private Mono<List<Long>> publish(List<Due> due, Instant first) {
        return db.sql(FINISH)
                .bind("ids", accessions(due))
                .bind("isic_ids", due.stream().map(Due::isicId).toArray(String[]::new))
                .bind(
                        "visibilities",
                        due.stream()
                                .map(d -> d.isPublic() ? "public" : "embargoed")
                                .toArray(String[]::new))
                .bind(
                        "times",
                        IntStream.range(0, due.size())
                                .mapToObj(i -> utc(first.plus(i, ChronoUnit.MICROS)))
                                .toArray(OffsetDateTime[]::new))
                .map(row -> number(row, "id"))
                .all()
                .collectList();
    }

    /**
     * Keeps the public files of those that were published now. The others' go, unless somebody else has published them:
     * their acceptance was taken back, or they were withdrawn, while files were copied.
     */
    private Mono<Void> settleFiles(List<Due> due, List<Long> published) {
        Map<Boolean, List<ObjectName>> files = due.stream()
                .filter(Due::isPublic)
                .collect(Collectors.partitioningBy(
                        d -> published.contains(d.accession()),
                        Collectors.flatMapping(d -> d.publicFiles().stream(), Collectors.toList())));
        return ledger.keep(files.getOrDefault(true, List.of()))
                .then(ledger.giveUpAtOnce(files.getOrDefault(false, List.of())));
    }

    private Mono<Long> advance(Instant to) {
        return db.sql("update publication_clock set last_at = :to")
                .bind("to", utc(to))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> forget(Collection<Long> accessions) {
        return db.sql("delete from publication where accession = any(:ids)")
                .bind("ids", accessions.toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Void> fail(Collection<Long> accessions, String problem) {
        return db.sql("update publication set problem = :problem where accession = any(:ids)")
                .bind("problem", problem)
                .bind("ids", accessions.toArray(Long[]::new))
                .then();
    }

    @Override
    public Mono<List<Due>> embargoed(Collection<String> isicIds) {
        return db.sql("""
                        select 0::bigint as id, id as accession, true as is_public, isic_id, full_key, thumbnail_key
                        from accession where isic_id = any(:ids) and visibility = 'embargoed' order by accession.id""")
                .bind("ids", isicIds.toArray(String[]::new))
                .map(R2dbcPublications::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<String>> alreadyPublic(Collection<String> isicIds) {
        return db.sql("select isic_id from accession where isic_id = any(:ids) and visibility = 'public'")
                .bind("ids", isicIds.toArray(String[]::new))
                .map(row -> text(row, "isic_id"))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Accession>> release(List<Due> due) {
        return transaction.transactional(db.sql("""
                        update accession set visibility = 'public', was_public = true, version = version + 1,
                          changed = now()
                        where id = any(array(
                          select id from accession where id = any(:ids) and visibility = 'embargoed'
                          order by id for update))
                        returning id""")
                .bind("ids", accessions(due))
                .map(row -> number(row, "id"))
                .all()
                .collectList()
                .flatMap(released -> settleFiles(due, released).then(images.tell(EventType.IMAGE_RELEASED, released))));
    }

    @Override
    public Mono<List<Accession>> withdraw(String isicId, String reason) {
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
                        .then(images.tell(EventType.IMAGE_WITHDRAWN, List.of(taken.accession()))))
                .defaultIfEmpty(List.of()));
    }

    /** The public files are reached by plain addresses; the private ones, with what was sent, only through this archive. */
    private record Withdrawn(long accession, List<ObjectName> publicFiles, List<ObjectName> privateFiles) {}

    private static Long[] accessions(List<Due> due) {
        return due.stream().map(Due::accession).toArray(Long[]::new);
    }

    private static Due read(Readable row) {
        return new Due(
                number(row, "id"),
                number(row, "accession"),
                get(row, "is_public", Boolean.class),
                text(row, "isic_id"),
                text(row, "full_key"),
                text(row, "thumbnail_key"));
    }
}
