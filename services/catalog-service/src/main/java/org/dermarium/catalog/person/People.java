package org.dermarium.catalog.person;

import java.util.Collection;
import java.util.Map;
import org.dermarium.store.R2dbcValues;
import org.dermarium.web.Caller;
import org.dermarium.web.Caller.Member;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The accounts of the archive, as far as the catalogue has heard of them. */
@Repository
public class People {

    private final DatabaseClient db;

    People(DatabaseClient db) {
        this.db = db;
    }

    /** Full names, or e-mail addresses of those without one; who is not known is left out. */
    public Mono<Map<Long, String>> names(Collection<Long> ids) {
        return db.sql("select id, name from person where id = any(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .map(row -> Map.entry(R2dbcValues.number(row, "id"), R2dbcValues.text(row, "name")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The same caller with the rights left now: an account may have been closed, or be staff no more. */
    public Mono<Caller> standing(Caller caller) {
        if (!(caller instanceof Member member)) {
            return Mono.just(caller);
        }
        return db.sql("select staff, active from person where id = :id")
                .bind("id", member.id())
                .map(row -> R2dbcValues.flag(row, "active")
                        ? reduced(member, R2dbcValues.flag(row, "staff"))
                        : Caller.ANONYMOUS)
                .one()
                .defaultIfEmpty(member);
    }

    private static Caller reduced(Member member, boolean staff) {
        return new Member(member.id(), member.email(), member.name(), member.isStaff() && staff);
    }
}
