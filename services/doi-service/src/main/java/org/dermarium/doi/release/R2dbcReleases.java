package org.dermarium.doi.release;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dermarium.blobs.ledger.ObjectLedger;
import org.dermarium.blobs.ledger.ObjectName;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.Supplement;
import org.dermarium.doi.release.pack.ReleaseLayout;
import org.dermarium.store.JsonColumns;
import org.dermarium.work.WorkQueue;
import org.dermarium.work.WorkQueues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcReleases implements Releases {

    private static final String ORDER = """
            insert into release(doi, slug, isic_ids, supplements) values (:doi, :slug, :isic_ids, :supplements)
            on conflict (doi) do update set slug = excluded.slug, state = 'building', edition = release.edition + 1,
              isic_ids = excluded.isic_ids, supplements = excluded.supplements, gathered_at = null,
              archive_sha256 = null, bytes_done = 0, bytes_total = 0, problem = null, failing_since = null,
              ordered_at = now()
            where release.state = 'ended'""";

    private static final String END = """
            update release set state = 'ended' where doi = :doi and state <> 'frozen'
            returning edition, slug, supplements""";

    private static final String FORGET_MEMBERS = """
            delete from release_member m using release r
            where m.doi = :doi and r.doi = m.doi and r.state = 'ended'""";

    private final DatabaseClient db;
    private final ObjectLedger ledger;
    private final WorkQueue queue;

    R2dbcReleases(DatabaseClient db, ObjectLedger ledger, WorkQueues queues) {
        this.db = db;
        this.ledger = ledger;
        this.queue = queues.named(QUEUE);
    }

    @Override
    public Mono<Void> order(FreezeOrder order) {
        if (order.isicIds().isEmpty()) {
            return Mono.error(new IllegalArgumentException("a release of no images: " + order.doi()));
        }
        return db.sql(ORDER)
                .bind("doi", order.doi())
                .bind("slug", order.slug())
                .bind("isic_ids", order.isicIds().stream().distinct().sorted().toArray(String[]::new))
                .bind("supplements", JsonColumns.write(order.supplements()))
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0 ? Mono.empty() : queue.add(order.doi()));
    }

    @Override
    public Mono<Boolean> giveUp(String doi) {
        return db.sql(END)
                .bind("doi", doi)
                .map(row -> begun(doi, row))
                .one()
                .flatMap(ledger::giveUpAtOnce)
                .then(db.sql(FORGET_MEMBERS).bind("doi", doi).then())
                .then(queue.remove(doi))
                .then(of(doi))
                .map(release -> release.state() != Release.State.FROZEN)
                .defaultIfEmpty(true);
    }

    @Override
    public Mono<Void> discard(String doi) {
        return giveUp(doi)
                .then(of(doi))
                .flatMap(release -> ledger.giveUpAtOnce(release.files().stream()
                        .map(file -> ObjectName.inPublic(file.key()))
                        .toList()));
    }

    /** What may lie there of a release that is not frozen. */
    private static List<ObjectName> begun(String doi, Readable row) {
        String folder = ReleaseLayout.folder(doi, get(row, "edition", Integer.class));
        return ReleaseLayout.paths(
                        get(row, "slug", String.class),
                        JsonColumns.list(get(row, "supplements", String.class), Supplement.class))
                .stream()
                .map(path -> ObjectName.inPublic(folder + path))
                .toList();
    }

    @Override
    public Mono<Release> of(String doi) {
        return db.sql("select doi, state, bytes_done, bytes_total, files, problem from release where doi = :doi")
                .bind("doi", doi)
                .map(R2dbcReleases::release)
                .one();
    }

    private static Release release(Readable row) {
        return new Release(
                get(row, "doi", String.class),
                Release.State.valueOf(get(row, "state", String.class).toUpperCase(Locale.ROOT)),
                get(row, "bytes_done", Long.class),
                get(row, "bytes_total", Long.class),
                JsonColumns.list(get(row, "files", String.class), DataFile.class),
                row.get("problem", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
