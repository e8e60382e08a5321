package org.dermarium.identity.account;

import java.time.Instant;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.JdbcOutbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that somebody signed in with: sessions of browsers, tokens of programs. */
@Repository
class SignIns {

    private final JdbcClient db;
    private final JdbcOutbox outbox;

    SignIns(JdbcClient db, JdbcOutbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /**
     * Ends them all in the caller's transaction, and tells the services of each; of codes that are not exchanged yet too, as
     * their tokens would have the same {@code sid}.
     */
    void endAll(long account) {
        String person = Long.toString(account);
        db.sql("delete from oauth2_authorization where principal_name = :person returning id")
                .param("person", person)
                .query(String.class)
                .list()
                .forEach(sid -> outbox.append(EventType.TOKEN_REVOKED, new TokenRevoked(sid, Instant.now())));
        db.sql("delete from spring_session where principal_name = :person")
                .param("person", person)
                .update();
    }
}
