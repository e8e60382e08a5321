package org.dermarium.challenge.score;

import static org.dermarium.store.R2dbcValues.utc;

import java.time.Clock;
import org.dermarium.challenge.submission.Entry;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.events.EventType;
import org.dermarium.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The old score stays until the new one replaces it, so that boards do not flicker. */
@Repository
class R2dbcRescoring implements Rescoring {

    private static final String AGAIN = """
            update submission set status = 'queued', attempt = attempt + 1, version = version + 1, changed_at = :now,
              problems = '[]'
            where id = :id and status in ('succeeded', 'failed', 'internal_failure')""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final Submissions submissions;
    private final Outbox outbox;
    private final Clock clock;

    R2dbcRescoring(
            DatabaseClient db, TransactionalOperator transaction, Submissions submissions, Outbox outbox, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.submissions = submissions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Entry> again(long submission) {
        return db.sql(AGAIN)
                .bind("now", utc(clock.instant()))
                .bind("id", submission)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(rows -> submissions.find(submission))
                .flatMap(entry -> outbox.append(EventType.SUBMISSION_RECEIVED, entry.event())
                        .thenReturn(entry))
                .as(transaction::transactional);
    }
}
