package org.dermarium.work;

import java.util.concurrent.CompletableFuture;
import org.dermarium.testkit.Eventually;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Finds statements that two transactions could wait for each other in: what changes several rows locks them in order of
 * their keys.
 */
public final class LockOrder {

    private LockOrder() {}

    /**
     * Holds the first row until the change waits for it, then takes the second, which the change must not have yet.
     *
     * @param first condition of the row that comes first in order; it is moved behind the second in the table
     * @param change changes both rows; should name the second first
     */
    public static void check(DatabaseClient db, String table, String first, String second, Runnable change) {
        db.sql("update " + table + " set traceparent = traceparent where " + first)
                .then()
                .then(db.sql("analyze " + table).then())
                .block();
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(db.getConnectionFactory()));
        Mono<CompletableFuture<Void>> started = Mono.fromCallable(() -> {
                    var running = CompletableFuture.runAsync(change);
                    Eventually.until("the change waits for the first row", () -> isWaiting(db));
                    return running;
                })
                .subscribeOn(Schedulers.boundedElastic());
        var running = transaction
                .transactional(lock(db, table, first)
                        .then(started)
                        .flatMap(begun -> lock(db, table, second).thenReturn(begun)))
                .blockOptional()
                .orElseThrow();
        running.join();
    }

    private static Mono<Void> lock(DatabaseClient db, String table, String row) {
        return db.sql("select from " + table + " where " + row + " for update").then();
    }

    private static boolean isWaiting(DatabaseClient db) {
        return db.sql(
                                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                        .mapValue(Long.class)
                        .one()
                        .blockOptional()
                        .orElse(0L)
                > 0;
    }
}
