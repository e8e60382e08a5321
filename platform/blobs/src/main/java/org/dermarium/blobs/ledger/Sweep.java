package org.dermarium.blobs.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.dermarium.blobs.BlobStore.Listed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Looks page by page through what this service owns of the storage for objects that no row and no ledger knows: what a
 * restored database or a lost row left behind. They are told, noted in the ledger, and removed by the janitor after a long
 * grace. Objects written just now are left alone, and so are those from before the ledger. All calls block.
 */
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 1_000;

    private static final String TAKE = """
            update sweep set held_until = now() + make_interval(secs => :lease)
            where (bucket, prefix) = (
              select bucket, prefix from sweep
              where due_at <= now() and (held_until is null or held_until < now()) and bucket || '/' || prefix = any(:owned)
              order by due_at limit 1 for update skip locked)
            returning bucket, prefix as key, after_key, since, now() as at""";

    private static final String NOTE = """
            insert into stored_object(bucket, key, reason, due_at)
            select :bucket, o.key, 'stray', now() + make_interval(secs => :grace)
            from unnest(:keys::text[]) o(key) where not object_in_use(:bucket, o.key)
            order by o.key on conflict do nothing returning key""";

    private final DatabaseClient db;
    private final ObjectLedger.Storage storage;
    private final LedgerSettings settings;
    private final Counter strays;

    Sweep(DatabaseClient db, ObjectLedger.Storage storage, LedgerSettings settings, MeterRegistry meters) {
        this.db = db;
        this.storage = storage;
        this.settings = settings;
        this.strays = Counter.builder("dermarium.objects.strays")
                .description("objects found that no row knew")
                .register(meters);
    }

    private record Place(ObjectName prefix, String after, Instant since, Instant now) {}

    /** Makes sure that every owned part of the storage is looked through from now on. */
    void open() {
        db.sql("insert into sweep(bucket, prefix) select * from unnest(:buckets::text[], :prefixes::text[])"
                        + " on conflict do nothing")
                .bind(
                        "buckets",
                        settings.prefixes().stream().map(p -> p.area().label()).toArray(String[]::new))
                .bind(
                        "prefixes",
                        settings.prefixes().stream().map(ObjectName::key).toArray(String[]::new))
                .then()
                .block();
    }

    /** Looks through one page; false when none is due. */
    boolean look() {
        Place place = db.sql(TAKE)
                .bind("lease", settings.lease().toSeconds())
                .bind("owned", settings.owned().toArray(String[]::new))
                .map(row -> new Place(
                        Rows.name(row),
                        Rows.text(row, "after_key"),
                        Objects.requireNonNull(row.get("since", OffsetDateTime.class))
                                .toInstant(),
                        Objects.requireNonNull(row.get("at", OffsetDateTime.class))
                                .toInstant()))
                .one()
                .block();
        if (place == null) {
            return false;
        }
        List<Listed> page = storage.blobs()
                .list(storage.bucket(place.prefix().area()), place.prefix().key(), place.after(), PAGE);
        note(place, page);
        moveOn(place, page);
        return true;
    }

    private void note(Place place, List<Listed> page) {
        Instant youngest = place.now().minus(settings.strayAge());
        String[] keys = page.stream()
                .filter(object -> object.modified().isBefore(youngest)
                        && !object.modified().isBefore(place.since()))
                .map(Listed::key)
                .toArray(String[]::new);
        if (keys.length == 0) {
            return;
        }
        List<String> found = Objects.requireNonNull(db.sql(NOTE)
                .bind("bucket", place.prefix().area().label())
                .bind("keys", keys)
                .bind("grace", settings.strayGrace().toSeconds())
                .map(row -> Rows.text(row, "key"))
                .all()
                .collectList()
                .block());
        strays.increment(found.size());
        found.forEach(key -> log.warn(
                "No row knows {}/{}; it is removed after {}",
                place.prefix().area().label(),
                key,
                settings.strayGrace()));
    }

    private void moveOn(Place place, List<Listed> page) {
        boolean isLast = page.size() < PAGE;
        db.sql("""
                        update sweep set held_until = null, after_key = :after,
                          due_at = now() + make_interval(secs => :pause)
                        where bucket = :bucket and prefix = :prefix""")
                .bind("after", isLast ? "" : page.getLast().key())
                .bind("pause", isLast ? settings.sweepEvery().toSeconds() : 0L)
                .bind("bucket", place.prefix().area().label())
                .bind("prefix", place.prefix().key())
                .then()
                .block();
    }
}
