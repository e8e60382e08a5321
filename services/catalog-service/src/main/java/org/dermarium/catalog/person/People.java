package org.dermarium.catalog.person;

import java.util.Collection;
import java.util.Map;
import org.dermarium.grant.Grant;
import org.dermarium.store.R2dbcValues;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.caller.Caller.Member;
import org.jspecify.annotations.Nullable;
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

    /**
     * Somebody with the rights that they have at this moment, whatever was signed for them before: staff as long as they
     * have the role, nobody in particular once their account is closed.
     *
     * @param holder null for nobody in particular
     */
    public Mono<Caller> now(Grant.@Nullable Holder holder) {
        if (holder == null) {
            return Mono.just(Caller.ANONYMOUS);
        }
        return db.sql("select email, name, staff, active from person where id = :id")
                .bind("id", holder.user())
                .map(row -> R2dbcValues.flag(row, "active")
                        ? new Member(
                                holder.user(),
                                R2dbcValues.text(row, "email"),
                                R2dbcValues.text(row, "name"),
                                R2dbcValues.flag(row, "staff"),
                                holder.sid())
                        : Caller.ANONYMOUS)
                .one()
                .defaultIfEmpty(new Member(holder.user(), "", "", false, holder.sid()));
    }
}
