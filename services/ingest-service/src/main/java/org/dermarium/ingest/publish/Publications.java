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
import java.util.Objects;
import java.util.stream.IntStream;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.accession.Accession;
import org.dermarium.ingest.accession.ImageEvents;
import org.dermarium.ingest.identifier.PublicIds;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Publications that were asked for, until they are done. */
@Repository
public class Publications {

    /**
     * What came of a request.
     *
     * @param count how many were not asked for before
     * @param notAccepted of the accessions that were named, those that are neither accepted nor published, or are not of
     *     the cohort
     */
    record Requested(long count, List<Long> notAccepted) {}

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
    private static final String REQUEST_AS_UPLOADED = """
            insert into publication(accession, is_public, requested_by, traceparent)
            select id, publish = 'public', creator, traceparent from accession
            where id = any(:ids) and publish is not null and status = 'succeeded' order by id
            on conflict do nothing returning accession""";

    private static final String FINISH = """
            update accession a set visibility = p.visibility, isic_id = p.isic_id, published_at = p.at,
              was_public = p.visibility = 'public', license = coalesce(a.license, c.default_copyright_license),
              attribution = coalesce(a.attribution, c.default_attribution), version = a.version + 1, changed = now()
            from unnest(:ids::bigint[], :isic_ids::text[], :visibilities::text[], :times::timestamptz[])
              as p(id, isic_id, visibility, at), cohort c
            where a.id = p.id and c.id = a.cohort and a.state = 'accepted'
            returning a.id""";

    /** Notifies open pages of the cohort, since the accession itself does not change. */
    private static final String FAIL = """
            with failed as (update publication set problem = :problem where accession = any(:ids) returning accession)
            select pg_notify('live', 'cohort ' || cohort || ': ' || id)::text from accession
            where id in (select accession from failed)""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final PublicIds ids;
    private final ImageEvents events;
    private final PublicFiles files;
    private final Clock clock;
    private final WorkQueue queue;

    Publications(
            DatabaseClient db,
            TransactionalOperator transaction,
            PublicIds ids,
            ImageEvents events,
            PublicFiles files,
            Clock clock,
            WorkQueues queues) {
        this.db = db;
        this.transaction = transaction;
        this.ids = ids;
        this.events = events;
        this.files = files;
        this.clock = clock;
        this.queue = queues.named(PublishAccepted.QUEUE);
    }

    /**
     * Asks for the publication of accepted accessions.
     *
     * @param isPublic null leaves it to each row; a row that says nothing is embargoed
     * @param accessions null for all of the cohort
     * @return what came of it
     */
    Mono<Requested> request(long cohort, @Nullable Boolean isPublic, @Nullable Collection<Long> accessions, long by) {
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

    /** In the caller's transaction: asks for the publication of those of them that were uploaded so; how many are new. */
    public Mono<Long> requestAsUploaded(Collection<Long> accessions) {
        return added(db.sql(REQUEST_AS_UPLOADED).bind("ids", accessions.toArray(Long[]::new)));
    }

    private Mono<Long> added(GenericExecuteSpec requests) {
        return requests.map(row -> Long.toString(number(row, "accession")))
                .all()
                .collectList()
                .flatMap(queue::addAll);
    }

    /**
     * Those of these accessions whose publication is asked for and that are accepted, in the order of asking. Their public
     * ids are given and committed, so that a repeated attempt finds the same.
     */
    Mono<List<PendingPublication>> pending(Collection<Long> accessions) {
        return transaction.transactional(waiting(accessions)
                .flatMap(waiting -> ids.imageIds(waiting.stream()
                                .map(PendingPublication::accession)
                                .toList())
                        .map(given -> waiting.stream()
                                .map(pending -> named(pending, given))
                                .toList())));
    }

    /** A change of metadata after the request takes the acceptance back. */
    private Mono<List<PendingPublication>> waiting(Collection<Long> accessions) {
        return db.sql("""
                        select p.id, p.accession, p.is_public, '' as isic_id, a.full_key, a.thumbnail_key
                        from publication p join accession a on a.id = p.accession
                        where p.accession = any(:ids) and a.state = 'accepted' order by p.id""")
                .bind("ids", accessions.toArray(Long[]::new))
                .map(Publications::read)
                .all()
                .collectList();
    }

    private static PendingPublication named(PendingPublication pending, Map<Long, String> given) {
        String isicId = Objects.requireNonNull(given.get(pending.accession()));
        return new PendingPublication(
                pending.id(),
                pending.accession(),
                pending.isPublic(),
                isicId,
                pending.fullKey(),
                pending.thumbnailKey());
    }

    /**
     * In the caller's transaction: publishes what is still accepted, with events, and forgets that it was asked for.
     *
     * @param accessions all that were looked at; those that are not due are forgotten as well
     */
    Mono<List<Accession>> finish(Collection<Long> accessions, List<PendingPublication> pending) {
        return lock(accessions).then(lastTime()).flatMap(last -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Instant first = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
            return publish(pending, first)
                    .flatMap(published -> advance(first.plus(pending.size(), ChronoUnit.MICROS))
                            .then(forget(accessions))
                            .then(files.settle(pending, published))
                            .then(events.append(EventType.IMAGE_PUBLISHED, published)));
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

    private Mono<List<Long>> publish(List<PendingPublication> pending, Instant first) {
        return db.sql(FINISH)
                .bind("ids", accessions(pending))
                .bind(
                        "isic_ids",
                        pending.stream().map(PendingPublication::isicId).toArray(String[]::new))
                .bind(
                        "visibilities",
                        pending.stream()
                                .map(d -> d.isPublic() ? "public" : "embargoed")
                                .toArray(String[]::new))
                .bind(
                        "times",
                        IntStream.range(0, pending.size())
                                .mapToObj(i -> utc(first.plus(i, ChronoUnit.MICROS)))
                                .toArray(OffsetDateTime[]::new))
                .map(row -> number(row, "id"))
                .all()
                .collectList();
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

    /** In the caller's transaction: notes why these cannot be published. They may be asked for again. */
    Mono<Void> fail(Collection<Long> accessions, String problem) {
        return db.sql(FAIL)
                .bind("problem", problem)
                .bind("ids", accessions.toArray(Long[]::new))
                .then();
    }

    static Long[] accessions(List<PendingPublication> pending) {
        return pending.stream().map(PendingPublication::accession).toArray(Long[]::new);
    }

    static PendingPublication read(Readable row) {
        return new PendingPublication(
                number(row, "id"),
                number(row, "accession"),
                get(row, "is_public", Boolean.class),
                text(row, "isic_id"),
                text(row, "full_key"),
                text(row, "thumbnail_key"));
    }
}
