package org.dermarium.challenge.scoring;

import static org.dermarium.store.R2dbcValues.utc;

import java.time.Clock;
import org.dermarium.challenge.submission.Submission;
import org.dermarium.challenge.submission.Submissions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Submissions that are scored once more. The old score stays until the new one replaces it, so that boards do not flicker. */
@Repository
class Rescoring {

    private static final String AGAIN = """
            update submission set status = 'queued', attempt = attempt + 1, version = version + 1, changed_at = :now,
              problems = '[]', stopped_workers = false
            where id = :id and status in ('succeeded', 'failed', 'internal_failure')""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final Submissions submissions;
    private final Clock clock;

    Rescoring(DatabaseClient db, TransactionalOperator transaction, Submissions submissions, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** Queues it as a new attempt and tells the bus; empty while it waits for a score anyway. */
    Mono<Submission> again(long submission) {
        return db.sql(AGAIN)
                .bind("now", utc(clock.instant()))
                .bind("id", submission)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(rows -> submissions.queue(submission))
                .as(transaction::transactional);
    }
}
