package org.dermarium.ingest.known;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.events.Event;
import org.dermarium.events.User;
import org.dermarium.store.R2dbcValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The accounts that identity has told of. */
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

    /** Blocks; called on the consumer's thread. */
    void apply(List<Event<User>> events) {
        Map<Long, User> newest = LinkedHashMap.newLinkedHashMap(events.size());
        events.forEach(e -> newest.merge(e.state().id(), e.state(), (a, b) -> a.version() > b.version() ? a : b));
        var users = List.copyOf(newest.values());
        db.sql("""
                        insert into known_user(id, version, active)
                        select * from unnest(:ids::bigint[], :versions::bigint[], :actives::boolean[])
                        on conflict (id) do update set version = excluded.version, active = excluded.active
                        where known_user.version < excluded.version""")
                .bind("ids", users.stream().map(User::id).toArray(Long[]::new))
                .bind("versions", users.stream().map(User::version).toArray(Long[]::new))
                .bind("actives", users.stream().map(User::active).toArray(Boolean[]::new))
                .fetch()
                .rowsUpdated()
                .block();
    }
}
