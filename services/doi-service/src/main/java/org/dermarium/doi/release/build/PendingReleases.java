package org.dermarium.doi.release.build;

import static org.dermarium.store.R2dbcValues.flag;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.store.JsonColumns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Releases that are not frozen or given up yet. Changes are written by whoever holds the job. */
@Repository
class PendingReleases {

    private static final String FIND = """
            select doi, slug, edition, gathered_at is not null as gathered, supplements, archive_sha256,
              extract(epoch from now() - coalesce(failing_since, now()))::bigint as failing
            from release where doi = :doi and state in ('building', 'failed')""";

    /** One statement, hence one moment: nothing is copied unless all can be, and what it lacks is what stood in the way. */
    private static final String GATHER = """
            with wanted as (
              select i.*, w.isic_id as wanted_id,
                i.file is null or i.visibility not in ('public', 'withdrawn') as is_missing
              from release r cross join unnest(r.isic_ids) as w(isic_id) left join image i on i.isic_id = w.isic_id
              where r.doi = :doi),
            gathered as (
              insert into release_member(doi, isic_id, image, image_version, license, attribution, metadata, file)
              select :doi, isic_id, id, version, license, attribution, metadata, file
              from wanted where visibility = 'public' and not exists (select 1 from wanted where is_missing)
              returning 1)
            select (select count(*) from gathered) as gathered,
              (select count(*) from wanted where is_missing) as missing,
              coalesce(string_agg(wanted_id, ', ' order by wanted_id), '') as names
            from (select wanted_id from wanted where is_missing order by wanted_id limit 10) as first""";

    private static final String DROP_WITHDRAWN = """
            delete from release_member m using image i
            where m.doi = :doi and i.id = m.image and i.visibility = 'withdrawn'""";

    private static final String FREEZE = """
            state = 'frozen', frozen_at = now(), files = :files, problem = null, bytes_done = bytes_total,
            failing_since = null""";

    private static final String FAIL = """
            state = 'failed', problem = :problem, bytes_done = 0, failing_since = coalesce(failing_since, now())""";

    private final DatabaseClient db;

    PendingReleases(DatabaseClient db) {
        this.db = db;
    }

    /** Empty when there is nothing to be done for it. Blocks. */
    Optional<PendingRelease> find(String doi) {
        return db.sql(FIND).bind("doi", doi).map(PendingReleases::read).one().blockOptional();
    }

    /** Copies what is known of the ordered images. Those that were withdrawn meanwhile stay away. */
    Mono<Gathered> gather(String doi) {
        return db.sql(GATHER)
                .bind("doi", doi)
                .map(row -> new Gathered(number(row, "gathered"), number(row, "missing"), text(row, "names")))
                .one()
                .flatMap(gathered -> gathered.members() == 0
                        ? Mono.just(gathered)
                        : update("gathered_at = now(), problem = null", doi)
                                .then()
                                .thenReturn(gathered));
    }

    /**
     * Forgets the archive of an earlier attempt and takes out members that were withdrawn since they were gathered; only
     * before the archive can be seen.
     */
    Mono<Void> restart(String doi) {
        return update("archive_sha256 = null", doi)
                .then()
                .then(db.sql(DROP_WITHDRAWN).bind("doi", doi).then());
    }

    /** Says what is known of the supplements, and how long the archive will be. */
    Mono<Void> begin(String doi, List<Supplement> supplements, long bytesTotal) {
        return update("supplements = :supplements, bytes_done = 0, bytes_total = :total", doi)
                .bind("supplements", JsonColumns.write(supplements))
                .bind("total", bytesTotal)
                .then();
    }

    /** Says how much of the archive has been read. */
    Mono<Void> read(String doi, long bytes) {
        return update("bytes_done = :done", doi).bind("done", bytes).then();
    }

    /** Says what the archive is. */
    Mono<Void> seal(String doi, String sha256) {
        return update("archive_sha256 = :sha256", doi).bind("sha256", sha256).then();
    }

    /** From here on nothing of the release changes. */
    Mono<Void> freeze(String doi, List<DataFile> files) {
        return update(FREEZE, doi).bind("files", JsonColumns.write(files)).then();
    }

    Mono<Void> await(String doi, String what) {
        return update("problem = :problem", doi).bind("problem", what).then();
    }

    Mono<Void> fail(String doi, String problem) {
        return update(FAIL, doi).bind("problem", problem).then();
    }

    /** Gives it up: no attempt more. */
    Mono<Void> end(String doi, String problem) {
        return update("state = 'ended', problem = :problem", doi)
                .bind("problem", problem)
                .then()
                .then(db.sql("delete from release_member where doi = :doi")
                        .bind("doi", doi)
                        .then());
    }

    private GenericExecuteSpec update(String change, String doi) {
        return db.sql("update release set " + change + " where doi = :doi and state in ('building', 'failed')")
                .bind("doi", doi);
    }

    private static PendingRelease read(Readable row) {
        return new PendingRelease(
                text(row, "doi"),
                text(row, "slug"),
                get(row, "edition", Integer.class),
                flag(row, "gathered"),
                JsonColumns.list(text(row, "supplements"), Supplement.class),
                row.get("archive_sha256", String.class),
                Duration.ofSeconds(number(row, "failing")));
    }

    /**
     * Members are copied, or images are missing; when neither is so, all images were withdrawn.
     *
     * @param missing images that are not known to be public
     * @param names the first of them
     */
    record Gathered(long members, long missing, String names) {

        /** What it waits for, in words for people. */
        String waitsFor() {
            return "Waits to hear that %d images are public, among them %s.".formatted(missing, names);
        }
    }
}
