package org.dermarium.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.server.Servers;
import org.dermarium.work.loop.WorkLoop;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WorkIT extends WorkContract {

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private Worker worker;

    @Autowired
    private Letters letters;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void corner(DynamicPropertyRegistry registry) {
        Servers.shared().isolate(registry, "catalog");
    }

    @Override
    protected Worker worker() {
        return worker;
    }

    @Override
    protected List<String> makeJobs(int count) {
        List<String> keys = IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        keys.forEach(key -> transaction
                .transactional(db().sql("insert into letter(key) values (:key)")
                        .bind("key", key)
                        .then()
                        .then(queue().add(key)))
                .block());
        return keys;
    }

    @Override
    protected void assertDoneOnce(List<String> keys) {
        assertThat(keys).allSatisfy(key -> assertThat(sent(key)).isEqualTo(1));
    }

    @Override
    protected void assertGivenUp(String key) {
        assertThat(state(key)).isEqualTo("DEATHS");
        assertThat(letters.attempts).doesNotContain(key);
    }

    @Test
    void addsNothingOfATransactionThatFailed() {
        Mono<Void> failing = queue().add("never").then(Mono.error(new IllegalStateException("changed my mind")));
        transaction.transactional(failing).onErrorComplete().block();
        assertThat(queue().take(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void goesOnAfterAnError() {
        List<String> keys = makeJobs(1);
        mishaps(keys.getFirst(), new OutOfMemoryError("a bad day"), new StackOverflowError());
        workOff(keys);
        assertDoneOnce(keys);
        assertThat(Collections.frequency(letters.attempts, keys.getFirst())).isEqualTo(3);
    }

    @Test
    void givesUpWhatFailsTooOften() {
        List<String> keys = makeJobs(1);
        mishaps(
                keys.getFirst(),
                new IllegalStateException("1"),
                new IllegalStateException("2"),
                new IllegalStateException("3"));
        workOff(keys);
        assertThat(state(keys.getFirst())).isEqualTo("FAILURES");
        assertThat(sent(keys.getFirst())).isZero();
    }

    @Test
    void outageIsNoFailure() {
        List<String> keys = makeJobs(1);
        mishaps(
                keys.getFirst(),
                new IllegalStateException("1"),
                new DataAccessResourceFailureException("away"),
                new IllegalStateException("2"));
        workOff(keys);
        assertDoneOnce(keys);
    }

    @Test
    void pausesGrowToTheLongest() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(IntStream.of(0, 1, 2, 3, 100).mapToObj(backoff::after))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 5L, 5L);
    }

    @Test
    void failedJobWaitsForItsPause() {
        List<String> keys = makeJobs(1);
        Job job = queue().take(1, Duration.ofMinutes(1)).getFirst();
        queue().settle(job, Settlement.failed("no stamps"), new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1)));
        assertThat(queue().take(1, Duration.ZERO)).isEmpty();
        queue().addAfresh(keys.getFirst()).block();
        assertThat(queue().take(1, Duration.ZERO)).extracting(Job::failures).containsExactly(0);
    }

    @Test
    void whatWasSetAsideWaitsForAPerson() {
        List<String> keys = makeJobs(1);
        Job job = queue().take(1, Duration.ofMinutes(1)).getFirst();
        queue().settle(job, Settlement.setAside("no such address"), Backoff.STANDARD);
        assertThat(queue().take(1, Duration.ZERO)).isEmpty();
        assertThat(queue().backlog().aside()).isEqualTo(1);
        queue().add(keys.getFirst()).block();
        workOff(keys);
        assertDoneOnce(keys);
    }

    @Test
    void stepOfLongWorkIsFenced() {
        makeJobs(1);
        Job late = queue().take(1, Duration.ZERO).getFirst();
        queue().whileHeld(late, db().sql("update letter set state = 'packed'").then());
        queue().take(1, Duration.ofMinutes(1));
        assertThatThrownBy(() -> queue().whileHeld(
                                late,
                                db().sql("update letter set state = 'spoilt'").then()))
                .isInstanceOf(ClaimLost.class);
        assertThat(state(late.key())).isEqualTo("packed");
    }

    @Test
    void whatHasDeadTakersIsTakenAlone() {
        makeJobs(3);
        queue().take(1, Duration.ZERO);
        assertThat(queue().take(3, Duration.ofMinutes(1))).hasSize(1);
        assertThat(queue().take(3, Duration.ofMinutes(1))).hasSize(2);
    }

    @Test
    void heldWhileTheWorkGoesOn() {
        makeJobs(1);
        Job job = queue().take(1, Duration.ofMillis(1)).getFirst();
        assertThat(queue().hold(List.of(job.holder()), Duration.ofMinutes(1))).containsExactly(job.holder());
        assertThat(queue().take(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void hearsOfJobsAgainAfterTheLineWasCut() {
        WorkLoop loop = loops().loop(worker);
        loop.start();
        try {
            db().sql("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen job%' "
                            + "and datname = current_database()")
                    .then()
                    .block();
            List<String> keys = makeJobs(2);
            Eventually.await("the letters are sent", () -> assertDoneOnce(keys));
            Eventually.until("somebody listens again", () -> listeners() == 1);
        } finally {
            loop.stop();
        }
    }

    @Test
    void tellsWhatWaits() {
        makeJobs(3);
        WorkLoop loop = loops().loop(worker);
        assertThat(queue().backlog().waiting()).isEqualTo(3);
        assertThat(loop.isRunning()).isFalse();
        assertThat(meters.find("dermarium.work.backlog")
                        .tag("queue", Letters.QUEUE)
                        .gauge())
                .isNotNull();
    }

    private long listeners() {
        return db().sql("select count(*) from pg_stat_activity where query like 'listen job%' "
                        + "and datname = current_database()")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private void mishaps(String key, Throwable... thrown) {
        letters.mishaps.put(key, new ConcurrentLinkedQueue<>(List.of(thrown)));
    }

    private long sent(String key) {
        return db().sql("select count(*) from letter_sent where key = :key")
                .bind("key", key)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private String state(String key) {
        return db().sql("select state from letter where key = :key")
                .bind("key", key)
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }
}
