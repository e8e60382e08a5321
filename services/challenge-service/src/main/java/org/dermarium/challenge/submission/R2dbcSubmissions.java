package org.dermarium.challenge.submission;

import static org.dermarium.store.R2dbcValues.number;

import java.util.Collection;
import org.dermarium.challenge.access.SqlCondition;
import org.dermarium.challenge.access.SqlVisibility;
import org.dermarium.store.R2dbcPaging;
import org.dermarium.web.Caller;
import org.dermarium.web.NotFound;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Submissions in PostgreSQL. */
@Repository
class R2dbcSubmissions implements Submissions {

    private static final String SELECT = "select " + SqlSubmissions.COLUMNS + SqlSubmissions.TABLES + " where ";

    private static final String LATEST = "select distinct on (s.approach) " + SqlSubmissions.COLUMNS + """
            , (select count(*) from submission n where n.approach = s.approach) as n
            """
            + SqlSubmissions.TABLES + " where s.approach = any(:approaches) order by s.approach, s.id desc";

    private final DatabaseClient db;

    R2dbcSubmissions(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Entry> visible(Caller caller, long id) {
        SqlCondition wanted = visible(caller).and(SqlCondition.of("s.id = :id", "id", id));
        return wanted.bindTo(db.sql(SELECT + wanted.text()))
                .map(SqlSubmissions::read)
                .one()
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    @Override
    public Mono<Entry> find(long id) {
        return db.sql(SELECT + "s.id = :id")
                .bind("id", id)
                .map(SqlSubmissions::read)
                .one();
    }

    @Override
    public Mono<Page<Entry>> page(Caller caller, long approach, PageRequest request) {
        SqlCondition wanted = visible(caller).and(SqlCondition.of("s.approach = :approach", "approach", approach));
        Mono<Long> count = wanted.bindTo(
                        db.sql("select count(*) as n " + SqlSubmissions.TABLES + " where " + wanted.text()))
                .map(row -> number(row, "n"))
                .one();
        return exists(caller, approach)
                .then(Mono.defer(() -> R2dbcPaging.page(request, paging -> rows(wanted, paging), count, Entry::id)));
    }

    private Mono<Void> exists(Caller caller, long approach) {
        SqlCondition wanted = SqlVisibility.approaches(caller)
                .and(SqlVisibility.tasks(caller))
                .and(SqlCondition.of("a.id = :approach", "approach", approach));
        return wanted.bindTo(db.sql("""
                        select a.id from approach a join task t on t.id = a.task join challenge c on c.id = t.challenge
                        where\s""" + wanted.text()))
                .map(row -> number(row, "id"))
                .one()
                .switchIfEmpty(Mono.error(NotFound::new))
                .then();
    }

    private Flux<Entry> rows(SqlCondition wanted, R2dbcPaging paging) {
        String sql = "select * from (" + SELECT + wanted.text() + ") x where " + paging.condition() + paging.order();
        return paging.bind(wanted.bindTo(db.sql(sql))).map(SqlSubmissions::read).all();
    }

    @Override
    public Flux<Latest> latest(Collection<Long> approaches) {
        return db.sql(LATEST)
                .bind("approaches", approaches.toArray(Long[]::new))
                .map(row -> new Latest(SqlSubmissions.read(row), number(row, "n")))
                .all();
    }

    private static SqlCondition visible(Caller caller) {
        return SqlVisibility.submissions(caller).and(SqlVisibility.tasks(caller));
    }
}
