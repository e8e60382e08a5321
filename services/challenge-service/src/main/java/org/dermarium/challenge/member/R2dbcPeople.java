package org.dermarium.challenge.member;

import java.util.Collection;
import java.util.List;
import org.dermarium.events.User;
import org.dermarium.web.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Accounts in PostgreSQL, written from events; the newest version stays. */
@Repository
public class R2dbcPeople implements People {

    private static final String MERGE = """
            insert into person (id, version, email, name, active)
            select * from unnest(:ids::bigint[], :versions::bigint[], :emails::text[], :names::text[], :active::boolean[])
            on conflict (id) do update
              set version = excluded.version, email = excluded.email, name = excluded.name, active = excluded.active
              where person.version < excluded.version""";

    private final DatabaseClient db;

    R2dbcPeople(DatabaseClient db) {
        this.db = db;
    }

    @Override
    public Mono<Void> note(Caller.Member member) {
        return db.sql("""
                        insert into person (id, version, email, name, active) values (:id, 0, :email, :name, true)
                        on conflict (id) do nothing""")
                .bind("id", member.id())
                .bind("email", member.email())
                .bind("name", member.name())
                .then();
    }

    public Mono<Void> merge(Collection<User> states) {
        List<User> users = R2dbcImageSets.newest(states, User::id);
        return db.sql(MERGE)
                .bind("ids", users.stream().map(User::id).toArray(Long[]::new))
                .bind("versions", users.stream().map(User::version).toArray(Long[]::new))
                .bind("emails", users.stream().map(User::email).toArray(String[]::new))
                .bind("names", users.stream().map(R2dbcPeople::name).toArray(String[]::new))
                .bind("active", users.stream().map(User::active).toArray(Boolean[]::new))
                .then();
    }

    private static String name(User user) {
        String full = (user.firstName() + " " + user.lastName()).strip();
        return full.isEmpty() ? user.email() : full;
    }
}
