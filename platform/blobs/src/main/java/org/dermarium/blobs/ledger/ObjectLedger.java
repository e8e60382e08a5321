package org.dermarium.blobs.ledger;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.dermarium.blobs.BlobStore;
import org.dermarium.loop.Blocking;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * The objects that may go. Who writes an object announces it before and keeps it in the transaction that stores the first
 * reference; who drops a reference gives the object up in the same transaction, whoever else may use it. The janitor looks
 * at the moment of removal who does.
 */
public class ObjectLedger {

    private static final String NAMES = """
            from unnest(:buckets::text[], :keys::text[]) with ordinality as o(bucket, key, place) order by o.place
            """;

    private static final String ANNOUNCE = """
            insert into stored_object(bucket, key, reason, due_at)
            select o.bucket, o.key, 'written', now() + make_interval(secs => :seconds)
            """ + NAMES + """
            on conflict (bucket, key) do update
              set reason = excluded.reason, due_at = greatest(stored_object.due_at, excluded.due_at)
              where stored_object.removing_until is null
            returning bucket, key""";

    /** Takes the row's lock by making the row, if there is none: so that keeping and giving up wait for each other. */
    private static final String LOCK = """
            insert into stored_object(bucket, key, reason, due_at) select o.bucket, o.key, 'written', now()
            """ + NAMES + """
            on conflict (bucket, key) do update set due_at = stored_object.due_at
              where stored_object.removing_until is null
            returning bucket, key, xmax = 0 or reason in ('given_up', 'stray') as is_doubtful""";

    /** A statement of its own, so that it sees what was committed while the rows were waited for. */
    private static final String UNUSED = """
            select o.bucket, o.key from unnest(:buckets::text[], :keys::text[]) as o(bucket, key)
            where not object_in_use(o.bucket, o.key)""";

    private static final String KEEP = """
            delete from stored_object where (bucket, key) in (select o.bucket, o.key
            """ + NAMES + ")";

    private static final String GIVE_UP = """
            insert into stored_object(bucket, key, reason, due_at)
            select o.bucket, o.key, 'given_up', now() + make_interval(secs => :seconds)
            """ + NAMES + """
            on conflict (bucket, key) do update
              set reason = excluded.reason, due_at = least(stored_object.due_at, excluded.due_at)""";

    private final DatabaseClient db;
    private final Storage storage;
    private final LedgerSettings settings;

    ObjectLedger(DatabaseClient db, Storage storage, LedgerSettings settings) {
        this.db = db;
        this.storage = storage;
        this.settings = settings;
    }

    /**
     * Notes objects that are about to be written, in a transaction of its own: what is not kept in time is removed.
     *
     * @return an {@link ObjectGone} when an older object of such a name is being removed; try again later
     */
    public Mono<Void> announce(Collection<ObjectName> objects) {
        return objects.isEmpty()
                ? Mono.empty()
                : names(db.sql(ANNOUNCE), objects)
                        .bind("seconds", settings.writing().toSeconds())
                        .map(ObjectLedger::name)
                        .all()
                        .collectList()
                        .flatMap(noted -> allOf(objects, noted));
    }

    /**
     * Takes objects out, in the caller's transaction, which also stores a reference to each.
     *
     * @return an {@link ObjectGone} when one is not there any more; the caller MUST roll back
     */
    public Mono<Void> keep(Collection<ObjectName> objects) {
        return objects.isEmpty()
                ? Mono.empty()
                : names(db.sql(LOCK), objects)
                        .map(row -> new Locked(name(row), Boolean.TRUE.equals(row.get("is_doubtful", Boolean.class))))
                        .all()
                        .collectList()
                        .flatMap(locked -> allOf(
                                        objects,
                                        locked.stream().map(Locked::name).toList())
                                .then(findDoubtful(locked))
                                .then(names(db.sql(KEEP), objects).then()));
    }

    private record Locked(ObjectName name, boolean isDoubtful) {}

    /** What no writer and no upload has announced may be from before the ledger, or removed long ago. */
    private Mono<Void> findDoubtful(List<Locked> locked) {
        List<ObjectName> doubtful =
                locked.stream().filter(Locked::isDoubtful).map(Locked::name).toList();
        return doubtful.isEmpty()
                ? Mono.empty()
                : names(db.sql(UNUSED), doubtful)
                        .map(ObjectLedger::name)
                        .all()
                        .collectList()
                        .flatMap(unused -> Mono.<Void>fromRunnable(() -> unused.forEach(this::requireThere))
                                .subscribeOn(Blocking.SCHEDULER));
    }

    private void requireThere(ObjectName name) {
        if (storage.blobs().stat(storage.bucket(name.area()), name.key()).isEmpty()) {
            throw new ObjectGone(name.toString());
        }
    }

    /** Gives objects up in the caller's transaction, which drops a reference to each. Others may still refer to them. */
    public Mono<Void> giveUp(Collection<ObjectName> objects) {
        return giveUp(objects, settings.grace());
    }

    /** As {@link #giveUp(Collection)}, without grace: nobody may have them a moment longer than needed. */
    public Mono<Void> giveUpAtOnce(Collection<ObjectName> objects) {
        return giveUp(objects, Duration.ZERO);
    }

    private Mono<Void> giveUp(Collection<ObjectName> objects, Duration after) {
        return objects.isEmpty()
                ? Mono.empty()
                : names(db.sql(GIVE_UP), objects)
                        .bind("seconds", after.toSeconds())
                        .then();
    }

    private static Mono<Void> allOf(Collection<ObjectName> wanted, List<ObjectName> got) {
        var missing = new TreeSet<>(wanted);
        got.forEach(missing::remove);
        return missing.isEmpty() ? Mono.empty() : Mono.error(new ObjectGone(missing.toString()));
    }

    private static GenericExecuteSpec names(GenericExecuteSpec statement, Collection<ObjectName> objects) {
        var sorted = List.copyOf(new TreeSet<>(objects));
        return statement
                .bind("buckets", sorted.stream().map(o -> o.area().label()).toArray(String[]::new))
                .bind("keys", sorted.stream().map(ObjectName::key).toArray(String[]::new));
    }

    private static ObjectName name(Readable row) {
        return Rows.name(row);
    }

    /** Where the objects are. */
    record Storage(BlobStore blobs, String privateBucket, String publicBucket) {

        String bucket(ObjectName.Area area) {
            return area == ObjectName.Area.PRIVATE ? privateBucket : publicBucket;
        }
    }
}
