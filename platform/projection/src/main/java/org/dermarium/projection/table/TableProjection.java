package org.dermarium.projection.table;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.events.Aggregate;
import org.dermarium.loop.Blocking;
import org.dermarium.projection.Projection;
import org.dermarium.projection.ReadModel;
import org.dermarium.projection.Replay;
import org.dermarium.projection.Topics;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes a table, and makes it anew in one transaction. */
final class TableProjection<A extends Aggregate> implements Projection<A>, ReadModel {

    private static final Duration BATCH_LIMIT = Duration.ofSeconds(60);
    private static final Duration REBUILD_LIMIT = Duration.ofHours(1);

    private final Table<A> table;
    private final Function<List<A>, Mono<Void>> effect;
    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final String merge;

    TableProjection(
            Table<A> table,
            Function<List<A>, Mono<Void>> effect,
            DatabaseClient db,
            TransactionalOperator transaction) {
        this.table = table;
        this.effect = effect;
        this.db = db;
        this.transaction = transaction;
        this.merge = table.merge(table.name());
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public void apply(List<A> states) {
        merge(merge, states).flatMap(effect).as(transaction::transactional).block(BATCH_LIMIT);
    }

    /**
     * The new rows are gathered in a table that only this transaction sees and that goes with it. What came meanwhile is
     * read from the topic once more while consumers wait: all they have written came from there.
     */
    @Override
    public void rebuild(Topics topics) {
        String gathered = table.name() + "_gathered";
        String gather = table.merge(gathered);
        try (Replay<A> replay = topics.open(table.type())) {
            run("create temporary table %s (like %s including all) on commit drop".formatted(gathered, table.name()))
                    .then(replay(replay, gather))
                    .then(run("lock table " + table.name() + " in share row exclusive mode"))
                    .then(replay(replay, gather))
                    .then(run(table.removeAllBut(gathered)))
                    .then(run(table.takeFrom(gathered)))
                    .as(transaction::transactional)
                    .block(REBUILD_LIMIT);
        }
    }

    /** Reading the topic blocks; what it hands on is written on the connection of the surrounding transaction. */
    private Mono<Void> replay(Replay<A> replay, String gather) {
        return Mono.deferContextual(context -> Mono.<Void>fromCallable(() -> {
                    replay.toEnd(states ->
                            merge(gather, states).contextWrite(context).block(BATCH_LIMIT));
                    return null;
                })
                .subscribeOn(Blocking.SCHEDULER));
    }

    /** Gives the states that were newer than what the table had. */
    private Mono<List<A>> merge(String statement, List<A> states) {
        List<A> kept = states.stream().filter(table.kept()).toList();
        return kept.isEmpty()
                ? Mono.just(kept)
                : db.sql(statement)
                        .bind("rows", table.rows(kept))
                        .mapValue(String.class)
                        .all()
                        .collect(Collectors.toSet())
                        .map(news -> kept.stream()
                                .filter(s -> news.contains(s.key()))
                                .toList());
    }

    private Mono<Void> run(String sql) {
        return db.sql(sql).then();
    }
}
