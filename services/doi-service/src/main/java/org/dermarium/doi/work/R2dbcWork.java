package org.dermarium.doi.work;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcWork implements Work {

    private static final String DUE = """
            insert into work (doi, due_at) values (:doi, :now)
            on conflict (doi) do update set due_at = least(work.due_at, excluded.due_at), woken = work.woken + 1""";

    private static final String TAKE = """
            update work set holder = :holder, held_until = :until where doi = (
              select doi from work where due_at <= :now and (held_until is null or held_until <= :now)
              order by due_at limit 1 for update skip locked)
            returning doi, woken, attempts""";

    private static final String SETTLE = """
            update work set holder = null, held_until = null, attempts = :attempts,
              due_at = case when woken = :woken then :next else :now end
            where doi = :doi and holder = :holder""";

    private final DatabaseClient db;
    private final Clock clock;

    R2dbcWork(DatabaseClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Mono<Void> due(String doi) {
        return db.sql(DUE).bind("doi", doi).bind("now", now()).then();
    }

    @Override
    public Mono<Void> dueAfresh(String doi) {
        return db.sql(DUE + ", attempts = 0")
                .bind("doi", doi)
                .bind("now", now())
                .then();
    }

    @Override
    public Mono<Long> dueAll(Collection<String> dois) {
        return db.sql("""
                        update work set due_at = least(due_at, :now), woken = woken + 1
                        where doi = any(array(select doi from work where doi = any(:dois) order by doi for update))""")
                .bind("dois", dois.toArray(String[]::new))
                .bind("now", now())
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Held> take(Duration hold) {
        UUID holder = UUID.randomUUID();
        return db.sql(TAKE)
                .bind("holder", holder)
                .bind("now", now())
                .bind("until", utc(clock.instant().plus(hold)))
                .map(row ->
                        new Held(text(row, "doi"), number(row, "woken"), get(row, "attempts", Integer.class), holder))
                .one();
    }

    @Override
    public Mono<Void> settle(Held held, @Nullable Instant next, int attempts) {
        var statement = db.sql(SETTLE)
                .bind("doi", held.doi())
                .bind("holder", held.holder())
                .bind("woken", held.woken())
                .bind("attempts", attempts)
                .bind("now", now());
        return bind(statement, "next", next, OffsetDateTime.class).then();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }
}
