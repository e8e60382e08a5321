package org.dermarium.ingest.known;

import java.util.Collection;
import org.dermarium.store.R2dbcValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Accounts, as identity publishes them. */
@Repository
public class KnownUsers {

    private final DatabaseClient db;

    KnownUsers(DatabaseClient db) {
        this.db = db;
    }

    /** Those of these ids that no active account has. */
    public Flux<Long> unknown(Collection<Long> ids) {
        return db.sql("""
                        select wanted.id from unnest(:ids::bigint[]) wanted(id)
                        where not exists (select 1 from known_user u where u.id = wanted.id and u.active)
                        order by 1""")
                .bind("ids", ids.toArray(Long[]::new))
                .map(row -> R2dbcValues.number(row, "id"))
                .all();
    }
}
