package org.dermarium.doi.release;

import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Locale;
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

/** Freezes what DOIs stand for. */
@Repository
public class Releases {

    /** The queue of those that are not frozen yet, by names of DOIs. */
    public static final String QUEUE = "releases";

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

    Releases(DatabaseClient db, ObjectLedger ledger, WorkQueues queues) {
        this.db = db;
        this.ledger = ledger;
        this.queue = queues.named(QUEUE);
    }

    /**
     * Has a release built, once the caller's transaction commits. An order that was given before and not given up changes
     * nothing, whatever it says now: what is frozen is never changed.
     */
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

    /** In the caller's transaction: no files are made of what was ordered. False when they are frozen, and stay. */
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

    /** In the caller's transaction, with its DOI: as {@link #giveUp}, and files that are frozen go as well. */
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
        return ReleaseLayout.paths(text(row, "slug"), JsonColumns.list(text(row, "supplements"), Supplement.class))
                .stream()
                .map(path -> ObjectName.inPublic(folder + path))
                .toList();
    }

    /** How far the release of a DOI has come; empty when none was ordered. */
    public Mono<Release> of(String doi) {
        return db.sql("select doi, state, bytes_done, bytes_total, files, problem from release where doi = :doi")
                .bind("doi", doi)
                .map(Releases::release)
                .one();
    }

    private static Release release(Readable row) {
        return new Release(
                text(row, "doi"),
                Release.State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                number(row, "bytes_done"),
                number(row, "bytes_total"),
                JsonColumns.list(text(row, "files"), DataFile.class),
                row.get("problem", String.class));
    }
}
