package org.dermarium.doi.release;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Repository
class R2dbcReleaseQueue implements ReleaseQueue {

    private static final String CLAIM = """
            update release set holder = :holder, held_until = now() + make_interval(secs => :seconds)
            where doi = (
              select doi from release
              where state <> 'frozen' and retry_at <= now() and (held_until is null or held_until < now())
              order by retry_at limit 1 for update skip locked)
            returning doi, slug, holder, gathered_at is not null as gathered, supplements, archive_sha256, failures""";

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

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    R2dbcReleaseQueue(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public Optional<Claim> claim(Duration lease) {
        return db.sql(CLAIM)
                .bind("holder", UUID.randomUUID())
                .bind("seconds", seconds(lease))
                .map(R2dbcReleaseQueue::read)
                .one()
                .blockOptional();
    }

    @Override
    public void hold(Claim claim, Duration lease, long bytesDone) {
        run(
                claim,
                held("held_until = now() + make_interval(secs => :seconds), bytes_done = :done", claim)
                        .bind("seconds", seconds(lease))
                        .bind("done", bytesDone));
    }

    @Override
    public @Nullable String gather(Claim claim) {
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
        return copied == null || copied == 0 ? missing(claim) : null;
    }

    private String missing(Claim claim) {
        return Objects.requireNonNull(db.sql(MISSING)
                .bind("doi", claim.doi())
                .map(row -> get(row, "missing", Long.class) == 0
                        ? "All images of the release were withdrawn."
                        : "Waits to hear that %d images are public, among them %s."
                                .formatted(get(row, "missing", Long.class), get(row, "names", String.class)))
                .one()
                .block());
    }

    @Override
    public void dropWithdrawn(Claim claim) {
        db.sql("""
                        delete from release_member m using holding h
                        where m.doi = :doi and h.image = m.image and h.visibility = 'withdrawn'""").bind("doi", claim.doi()).then().block();
    }

    @Override
    public void begin(Claim claim, long bytesTotal) {
        run(
                claim,
                held("supplements = :supplements, bytes_done = 0, bytes_total = :total", claim)
                        .bind("supplements", ReleaseJson.write(claim.supplements()))
                        .bind("total", bytesTotal));
    }

    @Override
    public void seal(Claim claim, @Nullable String sha256) {
        var sealed = held("archive_sha256 = :sha256", claim);
        run(claim, sha256 == null ? sealed.bind("sha256", Parameters.in(String.class)) : sealed.bind("sha256", sha256));
    }

    @Override
    public void freeze(Claim claim, List<DataFile> files) {
        run(claim, held("""
                        state = 'frozen', frozen_at = now(), files = :files, problem = null, bytes_done = bytes_total,
                        holder = null, held_until = null""", claim).bind("files", ReleaseJson.write(files)));
    }

    @Override
    public void postpone(Claim claim, String problem, Duration pause) {
        run(claim, letGo(claim, "state = 'building'", problem, pause));
    }

    @Override
    public void fail(Claim claim, String problem, Duration pause) {
        run(claim, letGo(claim, "state = 'failed', failures = failures + 1, bytes_done = 0", problem, pause));
    }

    private GenericExecuteSpec letGo(Claim claim, String change, String problem, Duration pause) {
        return held(change + """
                        , problem = :problem, retry_at = now() + make_interval(secs => :pause),
                        holder = null, held_until = null""", claim).bind("problem", problem).bind("pause", seconds(pause));
    }

    @Override
    public double oldestSeconds() {
        return Objects.requireNonNull(db.sql("""
                        select coalesce(extract(epoch from now() - min(ordered_at)), 0)::float8 as oldest
                        from release where state <> 'frozen'""").mapValue(Double.class).one().block());
    }

    private GenericExecuteSpec held(String change, Claim claim) {
        return db.sql("update release set " + change + " where doi = :doi and holder = :holder and state <> 'frozen'")
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
                get(row, "holder", UUID.class),
                get(row, "gathered", Boolean.class),
                ReleaseJson.list(get(row, "supplements", String.class), Supplement.class),
                row.get("archive_sha256", String.class),
                get(row, "failures", Integer.class));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
