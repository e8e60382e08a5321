package org.dermarium.challenge.known;

import org.dermarium.web.caller.Caller;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The accounts that this service knows. */
@Repository
public class People {

    private static final String NOTE = """
            insert into person (id, version, email, name, active) values (:id, 0, :email, :name, true)
            on conflict (id) do nothing""";

    private final DatabaseClient db;

    People(DatabaseClient db) {
        this.db = db;
    }

    /** Keeps a name for somebody whom identity has not told of yet. */
    public Mono<Void> note(Caller.Member member) {
        return db.sql(NOTE)
                .bind("id", member.id())
                .bind("email", member.email())
                .bind("name", member.name())
                .then();
    }
}
