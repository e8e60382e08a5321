package org.dermarium.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.dermarium.testkit.Eventually;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Policy;
import org.dermarium.work.loop.WorkLoop;
import org.dermarium.work.loop.WorkLoops;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * What every queue keeps, whoever dies and however many instances there are: each job is done, its effects happen once,
 * and none waits for ever. A service's test extends this for each of its queues, on a running context, and may add tests
 * of its own.
 */
public abstract class WorkContract {

    private static final Lease HELD = () -> {};
    private static final Duration RUN_OUT = Duration.ZERO;

    @Autowired
    private DatabaseClient db;

    @Autowired
    private WorkQueues queues;

    @Autowired
    private WorkLoops loops;

    protected abstract Worker worker();

    /** Makes so many jobs necessary in the way in which the service does it, and gives back their keys. */
    protected abstract List<String> makeJobs(int count);

    /** Fails unless each of them was done with all its effects, and no effect happened twice. */
    protected abstract void assertDoneOnce(List<String> keys);

    /** Fails unless what the job was for has come to an end that a person can see. */
    protected abstract void assertGivenUp(String key);

    @BeforeEach
    void holdStill() {
        loops().stop();
        db().sql("delete from job where queue = :queue")
                .bind("queue", worker().queue())
                .then()
                .block();
    }

    @AfterEach
    void goOn() {
        loops().start();
    }

    @Test
    void twoInstancesDoEachJobOnce() {
        List<String> keys = makeJobs(12);
        WorkLoop first = loops().loop(worker());
        WorkLoop second = loops().loop(worker());
        first.start();
        second.start();
        try {
            awaitEnd(keys);
        } finally {
            first.stop();
            second.stop();
        }
        assertDoneOnce(keys);
    }

    @Test
    void anotherFollowsAHolderThatDiedAfterTaking() {
        List<String> keys = makeJobs(1);
        take(keys, RUN_OUT);
        workOff(keys);
        assertDoneOnce(keys);
    }

    @Test
    void anotherFollowsAHolderThatDiedBeforeSettling() throws Exception {
        List<String> keys = makeJobs(1);
        worker().work(take(keys, RUN_OUT), HELD);
        workOff(keys);
        assertDoneOnce(keys);
    }

    @Test
    void anotherFollowsAHolderThatDiedBetweenEffectAndCommit() throws Exception {
        List<String> keys = makeJobs(1);
        Job job = take(keys, RUN_OUT);
        Settlement settlement = worker().work(job, HELD);
        Mono<Runnable> dies = settlement.effect().then(Mono.error(new IllegalStateException("died")));
        assertThatThrownBy(() -> queue().settle(job, settlement.with(dies), Backoff.STANDARD))
                .hasMessage("died");
        workOff(keys);
        assertDoneOnce(keys);
    }

    @Test
    void lateHolderChangesNothing() throws Exception {
        List<String> keys = makeJobs(1);
        Job late = take(keys, RUN_OUT);
        Settlement settlement = worker().work(late, HELD);
        workOff(keys);
        assertThatThrownBy(() -> queue().settle(late, settlement, Backoff.STANDARD))
                .isInstanceOf(ClaimLost.class);
        assertDoneOnce(keys);
    }

    @Test
    void lateHolderChangesNothingWhileAnotherWorks() throws Exception {
        List<String> keys = makeJobs(1);
        Job late = take(keys, RUN_OUT);
        Settlement lateEnd = worker().work(late, HELD);
        Job held = take(keys, Duration.ofMinutes(1));
        Settlement end = worker().work(held, HELD);
        assertThatThrownBy(() -> queue().settle(late, lateEnd, Backoff.STANDARD))
                .isInstanceOf(ClaimLost.class);
        queue().settle(held, end, Backoff.STANDARD);
        assertDoneOnce(keys);
    }

    @Test
    void jobWokenWhileItIsWorkedOnRunsAgain() throws Exception {
        List<String> keys = makeJobs(1);
        Job job = take(keys, Duration.ofMinutes(1));
        Settlement settlement = worker().work(job, HELD);
        queue().addAll(keys).block();
        queue().settle(job, settlement, Backoff.STANDARD);
        assertThat(waiting(keys)).isEqualTo(1);
        workOff(keys);
        assertDoneOnce(keys);
    }

    @Test
    void jobWhoseTakersDiedThreeTimesIsGivenUp() {
        List<String> keys = makeJobs(1);
        for (int death = 0; death < Policy.MOST_DEATHS; death++) {
            take(keys, RUN_OUT);
        }
        workOff(keys);
        assertGivenUp(keys.getFirst());
    }

    @Test
    void holdersOfSeveralJobsNeverWaitForEachOther() {
        List<String> keys = makeJobs(2).stream().sorted().toList();
        List<Job> jobs = queue().take(2, Duration.ofMinutes(1)).stream()
                .sorted(Comparator.comparing(Job::key).reversed())
                .toList();
        LockOrder.check(
                db(),
                "job",
                "key = '" + keys.getFirst() + "'",
                "key = '" + keys.getLast() + "'",
                () -> queue().putBack(jobs));
        workOff(keys);
        assertDoneOnce(keys);
    }

    /** Has a loop of its own do what waits, until nothing of these waits. */
    protected final void workOff(List<String> keys) {
        WorkLoop loop = loops().loop(worker());
        loop.start();
        try {
            awaitEnd(keys);
        } finally {
            loop.stop();
        }
    }

    private Job take(List<String> keys, Duration lease) {
        List<Job> taken = queue().take(1, lease);
        assertThat(taken).extracting(Job::key).containsExactlyElementsOf(keys);
        return taken.getFirst();
    }

    protected final DatabaseClient db() {
        return db;
    }

    /** Those of the context. They stand still during these tests. */
    protected final WorkLoops loops() {
        return loops;
    }

    protected final WorkQueue queue() {
        return queues.named(worker().queue());
    }

    private void awaitEnd(List<String> keys) {
        Eventually.until("nothing of " + worker().queue() + " waits", () -> waiting(keys) == 0);
    }

    private long waiting(List<String> keys) {
        return db().sql("select count(*) from job where queue = :queue and key = any(:keys) and aside_at is null")
                .bind("queue", worker().queue())
                .bind("keys", keys.toArray(String[]::new))
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
