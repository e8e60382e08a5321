package org.dermarium.blobs.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.dermarium.blobs.MultipartUpload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Removes what is due and not in use, in three steps: condemn (committed, so that nobody begins to refer to it), delete the
 * object, delete the row. A crash after any of them is made good by whoever comes next, once the lease is over. Any number of
 * janitors may work at one time. All calls block.
 */
class Janitor {

    private static final Logger log = LoggerFactory.getLogger(Janitor.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** The rows stay locked until the commit, and the next statement sees all that was committed before they were. */
    private static final String LOCK = """
            select bucket, key from stored_object
            where due_at <= now() and (removing_until is null or removing_until < now())
            order by due_at limit :most for update skip locked""";

    private static final String THESE = """
            (s.bucket, s.key) in (select * from unnest(:buckets::text[], :keys::text[]))""";

    private static final String SPARE = "delete from stored_object s where " + THESE
            + " and s.removing_until is null and object_in_use(s.bucket, s.key) returning bucket, key";

    private static final String CONDEMN =
            "update stored_object s set removing_until = now() + make_interval(secs => :lease) where " + THESE
                    + " returning bucket, key, upload_id, removing_until::text as mark";

    private static final String BACKLOG = """
            select count(*) as waiting, coalesce(extract(epoch from now() - min(due_at)), 0)::bigint as oldest
            from stored_object where due_at <= now()""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final ObjectLedger.Storage storage;
    private final LedgerSettings settings;
    private final Counter removed;
    private final Counter spared;
    private final Counter failures;
    private volatile long waiting;
    private volatile long oldestSeconds;

    Janitor(
            DatabaseClient db,
            TransactionalOperator transaction,
            ObjectLedger.Storage storage,
            LedgerSettings settings,
            MeterRegistry meters) {
        this.db = db;
        this.transaction = transaction;
        this.storage = storage;
        this.settings = settings;
        this.removed = counter("removed", "objects removed because nothing refers to them", meters);
        this.spared = counter("kept", "objects that were given up and stay, as others refer to them", meters);
        this.failures = counter("failures", "removals that failed and are tried again", meters);
        Gauge.builder("dermarium.objects.waiting", () -> waiting)
                .description("objects that are due to be removed")
                .register(meters);
        Gauge.builder("dermarium.objects.oldest", () -> oldestSeconds)
                .baseUnit("seconds")
                .description("how long the oldest of them has been due")
                .register(meters);
    }

    private static Counter counter(String name, String description, MeterRegistry meters) {
        return Counter.builder("dermarium.objects." + name)
                .description(description)
                .register(meters);
    }

    /**
     * An object that this janitor alone may remove, for a while.
     *
     * @param mark until when, as the row has it: whoever comes later has another one
     */
    record Condemned(ObjectName name, @Nullable String uploadId, String mark) {}

    /** Removes a batch; false when nothing is due. */
    boolean clean() {
        long began = System.nanoTime();
        List<Condemned> condemned = condemn();
        if (condemned.isEmpty()) {
            look();
            return false;
        }
        for (Condemned one : condemned) {
            if (System.nanoTime() - began > settings.lease().toNanos() / 2) {
                log.warn("Removing objects is slow; the rest of the batch is left to its lease");
                break;
            }
            try {
                remove(one);
                forget(one);
                removed.increment();
            } catch (RuntimeException e) {
                postpone(one, e);
            }
        }
        look();
        return true;
    }

    /** Takes what is due, and drops what is in use all the same. */
    List<Condemned> condemn() {
        return Objects.requireNonNull(transaction
                .transactional(db.sql(LOCK)
                        .bind("most", BATCH)
                        .map(Rows::name)
                        .all()
                        .collectList()
                        .flatMap(due -> due.isEmpty() ? Mono.just(List.<Condemned>of()) : judge(due)))
                .block());
    }

    private Mono<List<Condemned>> judge(List<ObjectName> due) {
        String[] buckets = due.stream().map(o -> o.area().label()).toArray(String[]::new);
        String[] keys = due.stream().map(ObjectName::key).toArray(String[]::new);
        return db.sql(SPARE)
                .bind("buckets", buckets)
                .bind("keys", keys)
                .map(Rows::name)
                .all()
                .count()
                .doOnNext(spared::increment)
                .then(db.sql(CONDEMN)
                        .bind("buckets", buckets)
                        .bind("keys", keys)
                        .bind("lease", settings.lease().toSeconds())
                        .map(Janitor::condemned)
                        .all()
                        .collectList());
    }

    private static Condemned condemned(Readable row) {
        return new Condemned(Rows.name(row), row.get("upload_id", String.class), Rows.text(row, "mark"));
    }

    /** First the parts: an upload that is completed in between leaves an object, and that goes next. */
    void remove(Condemned one) {
        String bucket = storage.bucket(one.name().area());
        if (one.uploadId() != null) {
            storage.blobs().abort(new MultipartUpload(bucket, one.name().key(), one.uploadId()));
        }
        storage.blobs().delete(bucket, one.name().key());
    }

    void forget(Condemned one) {
        mine("delete from stored_object", one).then().block();
    }

    /** It stays condemned: a part of it may be gone already. */
    private void postpone(Condemned one, RuntimeException why) {
        failures.increment();
        log.warn("{} could not be removed and is tried again: {}", one.name(), why.toString());
        try {
            mine(
                            "update stored_object set failures = failures + 1, problem = left(:problem, 1000), removing_until"
                                    + " = now() + least(make_interval(secs => 5 * power(2, least(failures, 12))), :longest)",
                            one)
                    .bind("problem", String.valueOf(why.getMessage()))
                    .bind("longest", LONGEST_PAUSE)
                    .then()
                    .block();
        } catch (RuntimeException e) {
            log.warn("{} is left to its lease: {}", one.name(), e.toString());
        }
    }

    private DatabaseClient.GenericExecuteSpec mine(String what, Condemned one) {
        return db.sql(what + " where bucket = :bucket and key = :key and removing_until = :mark::timestamptz")
                .bind("bucket", one.name().area().label())
                .bind("key", one.name().key())
                .bind("mark", one.mark());
    }

    private void look() {
        db.sql(BACKLOG)
                .map(row -> {
                    waiting = Rows.number(row, "waiting");
                    oldestSeconds = Rows.number(row, "oldest");
                    return waiting;
                })
                .one()
                .block();
    }
}
