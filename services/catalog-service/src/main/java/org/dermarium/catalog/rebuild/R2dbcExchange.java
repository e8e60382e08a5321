package org.dermarium.catalog.rebuild;

import java.time.OffsetDateTime;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The exchange of the read model of images for the one gathered. */
@Component
class R2dbcExchange {

    private static final String COLUMNS = "id, state, published_at, pin, applied_at";

    /** Consumers and pins wait; readers do not. */
    private static final String HALT_WRITERS = "lock table image in share row exclusive mode";

    private static final String CARRY_OVER = """
            insert into image_rebuild (%1$s) select %1$s from image where applied_at >= :begun
            on conflict (id) do update set state = excluded.state, published_at = excluded.published_at
              where image_rebuild.version < excluded.version""".formatted(COLUMNS);

    private static final String KEEP_PINS = """
            update image_rebuild r set pin = i.pin from image i where i.id = r.id and i.pin <> r.pin""";

    private static final String FILL = "insert into image (" + COLUMNS + ") select " + COLUMNS + " from image_rebuild";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    R2dbcExchange(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Empties the place to gather in; gives the time from which changes have to be carried over. */
    Mono<OffsetDateTime> begin() {
        return run("truncate image_rebuild")
                .then(db.sql("select clock_timestamp()")
                        .mapValue(OffsetDateTime.class)
                        .one());
    }

    /** Gives the number of images that the read model has then. */
    Mono<Long> finish(OffsetDateTime begun) {
        return run(HALT_WRITERS)
                .then(db.sql(CARRY_OVER).bind("begun", begun).then())
                .then(run(KEEP_PINS))
                .then(run("delete from image"))
                .then(db.sql(FILL).fetch().rowsUpdated())
                .flatMap(rows -> run("truncate image_rebuild").thenReturn(rows))
                .as(transaction::transactional);
    }

    private Mono<Void> run(String sql) {
        return db.sql(sql).then();
    }
}
