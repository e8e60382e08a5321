package org.dermarium.projection.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dermarium.events.Aggregate;
import org.dermarium.projection.Projections;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Binds tables to the bus, and lets them be rebuilt. */
public final class Tables {

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final Projections projections;

    Tables(DatabaseClient db, TransactionalOperator transaction, Projections projections) {
        this.db = db;
        this.transaction = transaction;
        this.projections = projections;
    }

    /** A consumer bean, named as its binding. */
    public <A extends Aggregate> Consumer<Message<List<byte[]>>> of(Table<A> table) {
        return of(table, news -> Mono.empty());
    }

    /**
     * A consumer bean, named as its binding.
     *
     * @param effect what else is to be true with the rows, in their transaction: gets the states that were newer than what
     *     the table had, maybe none. A rebuild has no effects.
     */
    public <A extends Aggregate> Consumer<Message<List<byte[]>>> of(
            Table<A> table, Function<List<A>, Mono<Void>> effect) {
        return projections.rebuilt(table.type(), new TableProjection<>(table, effect, db, transaction));
    }
}
