package org.dermarium.work;

import static org.dermarium.store.R2dbcValues.bind;
import static org.dermarium.store.R2dbcValues.get;
import static org.dermarium.store.R2dbcValues.number;
import static org.dermarium.store.R2dbcValues.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dermarium.outbox.TraceParent;
import org.dermarium.work.Settlement.Kind;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One queue of a service in its table {@code job}. All times are the database's.
 *
 * <p>Adding goes with the caller's R2DBC transaction: a job exists if and only if its cause was committed, and all
 * instances are woken by the commit. A key that waits already is due at once; one that is worked on just now is due again
 * when that is over.
 */
public final class WorkQueue {

    static final String CHANNEL = "job";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_RETRIES = 3;
    private static final int LONGEST_PROBLEM = 500;

    private final String queue;
    private final DatabaseClient db;
    private final TransactionalOperator transaction;
    private final TraceParent traces;

    WorkQueue(String queue, DatabaseClient db, TransactionalOperator transaction, TraceParent traces) {
        this.queue = queue;
        this.db = db;
        this.transaction = transaction;
        this.traces = traces;
    }

    public String name() {
        return queue;
    }

    /** In the caller's transaction: this is to be done now. */
    public Mono<Void> add(String key) {
        return addAll(List.of(key)).then();
    }

    /** As {@link #add(String)}, by the number of a row. */
    public Mono<Void> add(long id) {
        return add(Long.toString(id));
    }

    /** As {@link #add(String)} for each of them; gives back how many there are. */
    public Mono<Long> addAll(Collection<String> keys) {
        return add(keys, Duration.ZERO, false);
    }

    /** In the caller's transaction: this is to be done after the pause, or when it waits already, as it waits. */
    public Mono<Void> addLater(String key, Duration pause) {
        return add(List.of(key), pause, false).then();
    }

    /** As {@link #add(String)}, and former failures are forgotten: somebody has seen to it. */
    public Mono<Void> addAfresh(String key) {
        return add(List.of(key), Duration.ZERO, true).then();
    }

    private Mono<Long> add(Collection<String> keys, Duration pause, boolean afresh) {
        if (keys.isEmpty()) {
            return Mono.just(0L);
        }
        return Mono.defer(() -> bind(
                        db.sql(JobSql.ADD)
                                .bind("queue", queue)
                                .bind("keys", keys.toArray(String[]::new))
                                .bind("pause", seconds(pause))
                                .bind("afresh", afresh),
                        "trace",
                        traces.current(),
                        String.class)
                .map(row -> number(row, "added"))
                .one());
    }

    /** In the caller's transaction: those of them that wait are due now. Gives back how many do. */
    public Mono<Long> wakeAll(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Mono.just(0L);
        }
        return db.sql(JobSql.WAKE)
                .bind("queue", queue)
                .bind("keys", keys.toArray(String[]::new))
                .map(row -> number(row, "added"))
                .one();
    }

    /** In the caller's transaction: it need not be done any more. Whoever works on it loses the claim. */
    public Mono<Void> remove(String key) {
        return db.sql(JobSql.REMOVE).bind("queue", queue).bind("key", key).then();
    }

    /**
     * Takes what has waited longest; blocks. All that comes back has one holder. Loops do this; tests may.
     *
     * @param most jobs
     */
    public List<Job> take(int most, Duration lease) {
        UUID holder = UUID.randomUUID();
        return Objects.requireNonNull(Statements.toTheEnd(db.sql(JobSql.TAKE)
                .bind("queue", queue)
                .bind("most", most)
                .bind("holder", holder)
                .bind("lease", seconds(lease))
                .map(row -> job(row, holder))
                .all()
                .collectList()
                .timeout(LIMIT)));
    }

    /**
     * Does this in a transaction if the job is still held when it commits; blocks. For the steps of long work.
     *
     * @return what was written; empty when that says nothing
     * @throws ClaimLost when somebody else has it by now: nothing is written then
     */
    public <T> Optional<T> whileHeld(Job job, Mono<T> effect) {
        List<Job> jobs = List.of(job);
        return Objects.requireNonNull(Statements.toTheEnd(
                fenced(jobs, effect, lockHeld(jobs)).map(Optional::of).defaultIfEmpty(Optional.empty())));
    }

    /**
     * Lets a job go, and writes what goes with it in the same transaction; blocks.
     *
     * @throws ClaimLost when somebody else has it by now: nothing is written then
     */
    public void settle(Job job, Settlement settlement, Backoff backoff) {
        settleAll(List.of(job), settlement, backoff);
    }

    /** As {@link #settle} for jobs that were taken together. */
    public void settleAll(List<Job> jobs, Settlement settlement, Backoff backoff) {
        Mono<Long> letGo = settlement.kind() == Kind.DONE ? forget(jobs) : letGo(jobs, settlement, backoff);
        Runnable afterwards;
        try {
            // Without a limit: effects may be large, and the policy's longest time ends what hangs.
            afterwards = Statements.toTheEnd(fenced(jobs, settlement.effect(), letGo));
        } catch (ClaimLost e) {
            throw e;
        } catch (RuntimeException e) {
            Settlement instead = settlement.insteadOf(e);
            if (instead == null) {
                throw e;
            }
            settleAll(jobs, instead, backoff);
            return;
        }
        if (afterwards != null) {
            afterwards.run();
        }
    }

    /**
     * The effect comes before the check, as in requests the change of a row comes before the job is added: two
     * transactions that meet wait for each other in one order and never in a circle.
     */
    private <T> Mono<T> fenced(List<Job> jobs, Mono<T> effect, Mono<Long> letGo) {
        Mono<Void> check = letGo.flatMap(rows -> rows == jobs.size() ? Mono.empty() : Mono.error(lost(jobs)));
        Mono<T> all = effect.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(written -> check.then(Mono.justOrEmpty(written)));
        return transaction
                .transactional(all)
                .retryWhen(Retry.max(MOST_RETRIES)
                        .filter(PessimisticLockingFailureException.class::isInstance)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .onErrorResume(
                        e -> !(e instanceof ClaimLost),
                        e -> held(jobs).flatMap(rows -> Mono.error(rows == jobs.size() ? e : lost(jobs))));
    }

    private Mono<Long> held(List<Job> jobs) {
        return of(db.sql(JobSql.HELD), jobs).fetch().all().count();
    }

    private Mono<Long> lockHeld(List<Job> jobs) {
        return of(db.sql(JobSql.LOCK_HELD), jobs).fetch().all().count();
    }

    private Mono<Long> forget(List<Job> jobs) {
        return woken(of(db.sql(JobSql.FORGET), jobs), jobs)
                .fetch()
                .rowsUpdated()
                .flatMap(forgotten -> forgotten == jobs.size()
                        ? Mono.just(forgotten)
                        : letGo(jobs, Settlement.again(Duration.ZERO), Backoff.STANDARD)
                                .map(rows -> rows + forgotten));
    }

    private Mono<Long> letGo(List<Job> jobs, Settlement settlement, Backoff backoff) {
        Duration pause = settlement.pause();
        String counted = "keep";
        if (settlement.kind() == Kind.AGAIN) {
            counted = "reset";
        } else if (settlement.kind() == Kind.FAILED) {
            counted = "add";
            Duration grown =
                    backoff.after(jobs.stream().mapToInt(Job::failures).max().orElse(0));
            pause = pause.compareTo(grown) > 0 ? pause : grown;
        }
        var statement = woken(of(db.sql(JobSql.LET_GO), jobs), jobs)
                .bind("counted", counted)
                .bind("aside", settlement.kind() == Kind.ASIDE)
                .bind("pause", seconds(pause));
        String problem = settlement.problem();
        String kept = problem == null || problem.length() <= LONGEST_PROBLEM
                ? problem
                : problem.substring(0, LONGEST_PROBLEM);
        return bind(statement, "problem", kept, String.class).fetch().rowsUpdated();
    }

    /** Gives back what was not worked on to an end, as if it had not been taken; blocks. */
    public void putBack(List<Job> jobs) {
        Statements.toTheEnd(
                of(db.sql(JobSql.PUT_BACK), jobs).fetch().rowsUpdated().timeout(LIMIT));
    }

    /** Holds longer what these holders hold; gives back how many jobs each still has. Blocks. */
    public List<UUID> hold(Collection<UUID> holders, Duration lease) {
        return Objects.requireNonNull(Statements.toTheEnd(db.sql(JobSql.HOLD)
                .bind("queue", queue)
                .bind("lease", seconds(lease))
                .bind("holders", holders.toArray(UUID[]::new))
                .map(row -> get(row, "holder", UUID.class))
                .all()
                .collectList()
                .timeout(LIMIT)));
    }

    /** How long until the next one is due by itself; at most so long. Blocks. */
    public Duration untilNext(Duration most) {
        double seconds = Objects.requireNonNull(Statements.toTheEnd(db.sql(JobSql.NEXT)
                .bind("queue", queue)
                .bind("most", seconds(most))
                .map(row -> get(row, "seconds", Double.class))
                .one()
                .timeout(LIMIT)));
        Duration next = Duration.ofMillis(1 + (long) Math.ceil(Math.max(0, seconds) * 1000));
        return next.compareTo(most) < 0 ? next : most;
    }

    /** What waits; blocks. */
    public Backlog backlog() {
        return Objects.requireNonNull(Statements.toTheEnd(db.sql(JobSql.BACKLOG)
                .bind("queue", queue)
                .map(row -> new Backlog(number(row, "waiting"), number(row, "aside"), get(row, "oldest", Double.class)))
                .one()
                .timeout(LIMIT)));
    }

    private GenericExecuteSpec of(GenericExecuteSpec statement, List<Job> jobs) {
        return statement
                .bind("queue", queue)
                .bind("holder", jobs.getFirst().holder())
                .bind("keys", jobs.stream().map(Job::key).toArray(String[]::new));
    }

    private static GenericExecuteSpec woken(GenericExecuteSpec statement, List<Job> jobs) {
        return statement.bind("woken", jobs.stream().map(Job::woken).toArray(Long[]::new));
    }

    private Job job(Readable row, UUID holder) {
        return new Job(
                queue,
                text(row, "key"),
                holder,
                number(row, "woken"),
                get(row, "failures", Integer.class),
                get(row, "takes", Integer.class) - 1,
                row.get("traceparent", String.class));
    }

    private static ClaimLost lost(List<Job> jobs) {
        return new ClaimLost(jobs.getFirst().queue(), jobs.getFirst().key());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
