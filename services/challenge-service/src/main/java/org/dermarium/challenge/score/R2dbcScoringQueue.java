package org.dermarium.challenge.score;

import static org.dermarium.store.R2dbcValues.at;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;
import static org.dermarium.store.R2dbcValues.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.challenge.submission.Entry;
import org.dermarium.challenge.submission.Status;
import org.dermarium.challenge.submission.Submissions;
import org.dermarium.events.Submission;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The queue in PostgreSQL: a row for each submission that waits. */
@Repository
class R2dbcScoringQueue implements ScoringQueue {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String NOTE = """
            insert into scoring_lease (submission, noted_at, until)
            select s.id, :now, 'epoch'
            from submission s join unnest(:ids::bigint[], :attempts::int[]) as n(id, attempt)
              on s.id = n.id and s.attempt = n.attempt
            where s.status in ('queued', 'scoring') order by s.id
            on conflict do nothing""";

    private static final String ADOPT = """
            insert into scoring_lease (submission, noted_at, until)
            select s.id, :now, 'epoch' from submission s
            where s.status in ('queued', 'scoring') and s.changed_at < :before
              and not exists (select from scoring_lease l where l.submission = s.id)
            order by s.id
            on conflict do nothing""";

    private static final String CLAIM = """
            update scoring_lease set owner = :owner, until = :until, tries = tries + 1
            where submission = any(array(
              select submission from scoring_lease where until < :now
              order by noted_at, submission limit 1 for update skip locked))
            returning submission, tries""";

    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final Submissions submissions;
    private final R2dbcOutcomes outcomes;

    R2dbcScoringQueue(
            DatabaseClient db, TransactionalOperator transaction, Submissions submissions, R2dbcOutcomes outcomes) {
        this.db = db;
        this.transaction = transaction;
        this.submissions = submissions;
        this.outcomes = outcomes;
    }

    @Override
    public void note(Collection<Submission> waiting, Instant now) {
        db.sql(NOTE)
                .bind("now", utc(now))
                .bind("ids", waiting.stream().map(Submission::id).toArray(Long[]::new))
                .bind("attempts", waiting.stream().map(Submission::attempt).toArray(Integer[]::new))
                .then()
                .block(LIMIT);
    }

    @Override
    public void adopt(Instant before, Instant now) {
        db.sql(ADOPT).bind("before", utc(before)).bind("now", utc(now)).then().block(LIMIT);
    }

    @Override
    public Optional<Claim> claim(UUID owner, Instant now, Instant until) {
        return db.sql(CLAIM)
                .bind("owner", owner)
                .bind("until", utc(until))
                .bind("now", utc(now))
                .map(row -> new Taken(number(row, "submission"), get(row, "tries", Integer.class)))
                .one()
                .flatMap(taken -> begin(taken.submission())
                        .then(submissions.find(taken.submission()))
                        .map(entry -> new Claim(entry, owner, taken.tries())))
                .as(transaction::transactional)
                .blockOptional(LIMIT);
    }

    private record Taken(long submission, int tries) {}

    /** For those who look; the bus is told when it has ended. */
    private Mono<Void> begin(long submission) {
        return db.sql("update submission set status = 'scoring' where id = :id and status = 'queued'")
                .bind("id", submission)
                .then();
    }

    @Override
    public void renew(Collection<Claim> claims, Instant until) {
        db.sql("""
                        update scoring_lease l set until = :until
                        from unnest(:ids::bigint[], :owners::uuid[], :tries::int[]) as c(id, owner, tries)
                        where l.submission = c.id and l.owner = c.owner and l.tries = c.tries""")
                .bind("until", utc(until))
                .bind("ids", claims.stream().map(c -> c.entry().id()).toArray(Long[]::new))
                .bind("owners", claims.stream().map(Claim::owner).toArray(UUID[]::new))
                .bind("tries", claims.stream().map(Claim::tries).toArray(Integer[]::new))
                .then()
                .block(LIMIT);
    }

    @Override
    public Optional<Entry> settle(Claim claim, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Postponed later) {
            postpone(claim, later, now).block(LIMIT);
            return Optional.empty();
        }
        return release(claim)
                .filter(isHeld -> isHeld)
                .flatMap(held -> outcomes.write(claim.entry(), outcome, now))
                .as(transaction::transactional)
                .blockOptional(LIMIT);
    }

    /** False when somebody else has it by now. */
    private Mono<Boolean> release(Claim claim) {
        return db.sql("delete from scoring_lease where submission = :id and owner = :owner and tries = :tries")
                .bind("id", claim.entry().id())
                .bind("owner", claim.owner())
                .bind("tries", claim.tries())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> postpone(Claim claim, Outcome.Postponed later, Instant now) {
        return db.sql("""
                        update scoring_lease set owner = null, until = :until, tries = tries - :uncounted
                        where submission = :id and owner = :owner and tries = :tries""")
                .bind("until", utc(now.plus(later.pause())))
                .bind("uncounted", later.counts() ? 0 : 1)
                .bind("id", claim.entry().id())
                .bind("owner", claim.owner())
                .bind("tries", claim.tries())
                .then();
    }

    @Override
    public List<Attempt> attempts(long submission) {
        return Objects.requireNonNull(db.sql("select * from score_history where submission = :id order by attempt")
                .bind("id", submission)
                .map(row -> new Attempt(
                        get(row, "attempt", Integer.class),
                        Status.named(text(row, "status")),
                        row.get("overall", Double.class),
                        row.get("validation", Double.class),
                        row.get("overall_before", Double.class),
                        row.get("validation_before", Double.class),
                        at(row, "ended_at")))
                .all()
                .collectList()
                .block(LIMIT));
    }
}
