package org.dermarium.catalog.person;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.events.User;
import org.dermarium.web.Caller;
import org.dermarium.web.Caller.Member;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts in PostgreSQL, written from events; the newest version stays. */
@Component
public class R2dbcPeople implements People {

    private static final String MERGE = """
            insert into person (id, version, email, name, staff, active)
            select * from unnest(:ids::bigint[], :versions::bigint[], :emails::text[], :names::text[], :staff::boolean[],
                                 :active::boolean[])
            on conflict (id) do update
              set version = excluded.version, email = excluded.email, name = excluded.name, staff = excluded.staff,
                  active = excluded.active
              where person.version < excluded.version""";

    private final DatabaseClient db;

    R2dbcPeople(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> merge(Collection<User> states) {
        Map<Long, User> newest = new LinkedHashMap<>();
        states.forEach(s -> newest.merge(s.id(), s, (a, b) -> b.version() > a.version() ? b : a));
        List<User> users = List.copyOf(newest.values());
        return db.sql(MERGE)
                .bind("ids", users.stream().map(User::id).toArray(Long[]::new))
                .bind("versions", users.stream().map(User::version).toArray(Long[]::new))
                .bind("emails", users.stream().map(User::email).toArray(String[]::new))
                .bind("names", users.stream().map(R2dbcPeople::name).toArray(String[]::new))
                .bind("staff", users.stream().map(User::staff).toArray(Boolean[]::new))
                .bind("active", users.stream().map(User::active).toArray(Boolean[]::new))
                .then();
    }

    @Override
    public Mono<Map<Long, String>> names(Collection<Long> ids) {
        return db.sql("select id, name from person where id = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        Objects.requireNonNull(row.get("name", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Caller> standing(Caller caller) {
        if (!(caller instanceof Member member)) {
            return Mono.just(caller);
        }
        return db.sql("select staff, active from person where id = :id")
                .bind("id", member.id())
                .map(row -> Boolean.TRUE.equals(row.get("active", Boolean.class))
                        ? reduced(member, Boolean.TRUE.equals(row.get("staff", Boolean.class)))
                        : Caller.ANONYMOUS)
                .one()
                .defaultIfEmpty(member);
    }

    private static Caller reduced(Member member, boolean staff) {
        return new Member(member.id(), member.email(), member.name(), member.isStaff() && staff);
    }

    private static String name(User user) {
        String full = (user.firstName() + " " + user.lastName()).strip();
        return full.isEmpty() ? user.email() : full;
    }
}
