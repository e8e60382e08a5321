package org.dermarium.doi.release;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.Supplement;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Releases that are not frozen yet. All calls block. Whatever is said with a claim that has passed to somebody else
 * changes nothing and throws {@link ClaimLost}.
 */
@Repository
class ReleaseQueue {

    private static final String CLAIM = """
            update release set holder = :holder, held_until = now() + make_interval(secs => :seconds)
            where doi = (
              select doi from release
              where state in ('building', 'failed') and retry_at <= now() and (held_until is null or held_until < now())
              order by retry_at limit 1 for update skip locked)
            returning doi, slug, edition, holder, gathered_at is not null as gathered, supplements, archive_sha256, failures,
              extract(epoch from now() - coalesce(failing_since, now()))::bigint as failing""";

    private static final String MISSING = """
            with missing as (
              select w.isic_id
              from release r cross join unnest(r.isic_ids) as w(isic_id) left join holding h on h.isic_id = w.isic_id
              where r.doi = :doi and (h.visibility is null or h.visibility not in ('public', 'withdrawn')))
            select (select count(*) from missing) as missing, string_agg(isic_id, ', ' order by isic_id) as names
            from (select isic_id from missing order by isic_id limit 10) as first""";

    /** One statement, hence one moment: nothing is copied unless all can be. */
    private static final String GATHER = """
            with wanted as (
              select h.*, w.isic_id as wanted_id
              from release r cross join unnest(r.isic_ids) as w(isic_id) left join holding h on h.isic_id = w.isic_id
              where r.doi = :doi)
            insert into release_member(doi, isic_id, image, image_version, license, attribution, metadata,
              bucket, object_key, size, sha256, crc32, content_type)
            select :doi, isic_id, image, version, license, attribution, metadata,
              bucket, object_key, size, sha256, crc32, content_type
            from wanted where visibility = 'public' and not exists (
              select 1 from wanted where visibility is null or visibility not in ('public', 'withdrawn'))""";

    private static final String DROP_WITHDRAWN = """
            delete from release_member m using holding h
            where m.doi = :doi and h.image = m.image and h.visibility = 'withdrawn'""";

    private static final String OLDEST = """
            select coalesce(extract(epoch from now() - min(ordered_at)), 0)::float8 as oldest
            from release where state in ('building', 'failed')""";

    private static final String BUILT = " where doi = :doi and holder = :holder and state in ('building', 'failed')";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    ReleaseQueue(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Takes the release that is due and has waited longest, for so long. */
    Optional<Claim> claim(Duration lease) {
        return db.sql(CLAIM)
                .bind("holder", UUID.randomUUID())
                .bind("seconds", seconds(lease))
                .map(ReleaseQueue::read)
                .one()
                .blockOptional();
    }

    /** Goes on holding it, and says how many bytes of the archive are read. */
    void hold(Claim claim, Duration lease, long bytesDone) {
        run(
                claim,
                held("held_until = now() + make_interval(secs => :seconds), bytes_done = :done", claim)
                        .bind("seconds", seconds(lease))
                        .bind("done", bytesDone));
    }

    /**
     * Copies what the holdings know of the ordered images. Those that were withdrawn meanwhile stay away.
     *
     * @return why it cannot be done yet, or null when it is done
     * @throws CannotFreeze when all were withdrawn
     */
    @Nullable
    String gather(Claim claim) {
        Long copied = transaction
                .transactional(db.sql(GATHER)
                        .bind("doi", claim.doi())
                        .fetch()
                        .rowsUpdated()
                        .flatMap(rows -> rows == 0
                                ? Mono.just(rows)
                                : update(claim, held("gathered_at = now(), problem = null", claim))
                                        .thenReturn(rows)))
                .block();
        if (copied != null && copied > 0) {
            return null;
        }
        String missing = missing(claim);
        if (missing.isEmpty()) {
            throw CannotFreeze.nothingLeft();
        }
        return missing;
    }

    private String missing(Claim claim) {
        return Objects.requireNonNull(db.sql(MISSING)
                .bind("doi", claim.doi())
                .map(row -> get(row, "missing", Long.class) == 0
                        ? ""
                        : "Waits to hear that %d images are public, among them %s."
                                .formatted(get(row, "missing", Long.class), get(row, "names", String.class)))
                .one()
                .block());
    }

    /**
     * Forgets the archive of an earlier attempt and takes out members that were withdrawn since they were gathered; only
     * before the archive can be seen.
     */
    void restart(Claim claim) {
        var forget = held("archive_sha256 = null", claim);
        var drop = db.sql(DROP_WITHDRAWN).bind("doi", claim.doi()).then();
        transaction.transactional(update(claim, forget).then(drop)).block();
    }

    /** Says what is known of the supplements, and how long the archive will be. */
    void begin(Claim claim, long bytesTotal) {
        run(
                claim,
                held("supplements = :supplements, bytes_done = 0, bytes_total = :total", claim)
                        .bind("supplements", ReleaseJson.write(claim.supplements()))
                        .bind("total", bytesTotal));
    }

    /** Says what the archive is. */
    void seal(Claim claim, String sha256) {
        run(claim, held("archive_sha256 = :sha256", claim).bind("sha256", sha256));
    }

    /** Ends the work: from here on nothing of the release changes. */
    void freeze(Claim claim, List<DataFile> files) {
        run(claim, held("""
                        state = 'frozen', frozen_at = now(), files = :files, problem = null, bytes_done = bytes_total,
                        holder = null, held_until = null""", claim).bind("files", ReleaseJson.write(files)));
    }

    /** Lets it go for so long. */
    void postpone(Claim claim, String problem, Duration pause) {
        run(claim, letGo(claim, "state = 'building'", problem, pause));
    }

    /** As {@link #postpone}, and counts it as a failure. */
    void fail(Claim claim, String problem, Duration pause) {
        run(claim, letGo(claim, """
                        state = 'failed', failures = failures + 1, bytes_done = 0,
                        failing_since = coalesce(failing_since, now())""", problem, pause));
    }

    /** Gives it up: no attempt more. */
    void end(Claim claim, String problem) {
        var end = held("state = 'ended', problem = :problem, holder = null, held_until = null", claim)
                .bind("problem", problem);
        var forget = db.sql("delete from release_member where doi = :doi")
                .bind("doi", claim.doi())
                .then();
        transaction.transactional(update(claim, end).then(forget)).block();
    }

    private GenericExecuteSpec letGo(Claim claim, String change, String problem, Duration pause) {
        return held(change + """
                        , problem = :problem, retry_at = now() + make_interval(secs => :pause),
                        holder = null, held_until = null""", claim).bind("problem", problem).bind("pause", seconds(pause));
    }

    /** Since when the oldest one waits, in seconds. */
    double oldestSeconds() {
        return Objects.requireNonNull(
                db.sql(OLDEST).mapValue(Double.class).one().block());
    }

    private GenericExecuteSpec held(String change, Claim claim) {
        return db.sql("update release set " + change + BUILT)
                .bind("doi", claim.doi())
                .bind("holder", claim.holder());
    }

    private static void run(Claim claim, GenericExecuteSpec statement) {
        update(claim, statement).block();
    }

    private static Mono<Void> update(Claim claim, GenericExecuteSpec statement) {
        return statement
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0 ? Mono.error(new ClaimLost(claim)) : Mono.empty());
    }

    private static Claim read(Readable row) {
        return new Claim(
                get(row, "doi", String.class),
                get(row, "slug", String.class),
                get(row, "edition", Integer.class),
                get(row, "holder", UUID.class),
                get(row, "gathered", Boolean.class),
                ReleaseJson.list(get(row, "supplements", String.class), Supplement.class),
                row.get("archive_sha256", String.class),
                get(row, "failures", Integer.class),
                Duration.ofSeconds(get(row, "failing", Long.class)));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
