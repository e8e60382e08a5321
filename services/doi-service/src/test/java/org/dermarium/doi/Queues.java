package org.dermarium.doi;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Time for queues, which live by the database's clock. */
public final class Queues {

    private static final String FORWARD = """
            with moved as (
              update job set due_at = due_at - make_interval(secs => :seconds) returning queue)
            select pg_notify('job', queue)::text from (select distinct queue from moved) as queues""";

    private Queues() {}

    /** So much time passes for all jobs that wait. Leases live on: to lose one is to die. */
    public static void forward(DatabaseClient db, Duration time) {
        db.sql(FORWARD)
                .bind("seconds", (double) time.toSeconds())
                .fetch()
                .all()
                .then()
                .block();
    }
}
