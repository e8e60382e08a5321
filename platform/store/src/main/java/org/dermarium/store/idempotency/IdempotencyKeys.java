package org.dermarium.store.idempotency;

import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Keys of POSTs and what these were answered with, for two days. */
class IdempotencyKeys {

    /** How long a key is known. */
    static final Duration LIFE = Duration.ofHours(48);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String CLAIM = """
            insert into idempotency_key (caller, route, key) values (:caller, :route, :key)
            on conflict do nothing
            """;

    private static final String ANSWER = """
            select body_sha256, status, content_type, location, body from idempotency_key
            where caller = :caller and route = :route and key = :key
            """;

    private static final String KEEP = """
            update idempotency_key
            set body_sha256 = :sha256, status = :status, content_type = :contentType, location = :location, body = :body
            where caller = :caller and route = :route and key = :key
            """;

    private static final String FORGET = """
            delete from idempotency_key where (caller, key, route) in (
                select caller, key, route from idempotency_key
                where created_at < now() - make_interval(secs => :seconds)
                order by created_at limit :most for update skip locked)
            """;

    private final DatabaseClient database;

    IdempotencyKeys(DatabaseClient database) {
        this.database = database;
    }

    /** Which POST of whom. */
    record Id(long caller, String route, String key) {}

    /**
     * Whether the caller's transaction is the first with this key. While another one has it, this waits for that one's end,
     * but not longer than {@code patience}.
     *
     * @throws org.springframework.dao.TransientDataAccessException when the other one takes longer
     */
    Mono<Boolean> claim(Id id, Duration patience) {
        return database.sql("set local lock_timeout = " + patience.toMillis())
                .then()
                .then(of(CLAIM, id).fetch().rowsUpdated().map(rows -> rows == 1))
                .flatMap(first ->
                        database.sql("set local lock_timeout = default").then().thenReturn(first));
    }

    Mono<KeptAnswer> answer(Id id) {
        return of(ANSWER, id)
                .map(row -> new KeptAnswer(
                        Objects.requireNonNull(row.get("body_sha256", byte[].class)),
                        Objects.requireNonNull(row.get("status", Integer.class)),
                        row.get("content_type", String.class),
                        row.get("location", String.class),
                        Objects.requireNonNull(row.get("body", byte[].class))))
                .one();
    }

    /** In the caller's transaction, so that the answer is there when what it speaks of is. */
    Mono<Void> keep(Id id, KeptAnswer answer) {
        var spec = of(KEEP, id)
                .bind("sha256", answer.bodySha256())
                .bind("status", answer.status())
                .bind("body", answer.body());
        spec = answer.contentType() == null
                ? spec.bindNull("contentType", String.class)
                : spec.bind("contentType", answer.contentType());
        spec = answer.location() == null
                ? spec.bindNull("location", String.class)
                : spec.bind("location", answer.location());
        return spec.then();
    }

    /** Gives the key up, in the caller's transaction. */
    Mono<Void> drop(Id id) {
        return of("delete from idempotency_key where caller = :caller and route = :route and key = :key", id)
                .then();
    }

    /** Whether a claim was waited for in vain. */
    static boolean isTaken(Throwable thrown) {
        return thrown.getCause() instanceof R2dbcException cause && LOCK_NOT_AVAILABLE.equals(cause.getSqlState());
    }

    /** Forgets some of those that are too old, and tells how many. */
    Mono<Long> forgetOld(int most) {
        return database.sql(FORGET)
                .bind("seconds", LIFE.toSeconds())
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, Id id) {
        return database.sql(sql)
                .bind("caller", id.caller())
                .bind("route", id.route())
                .bind("key", id.key());
    }
}
