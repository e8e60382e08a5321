package org.dermarium.work;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dermarium.work.loop.Lease;
import org.dermarium.work.loop.Policy;
import org.dermarium.work.loop.Worker;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The smallest service that works: it sends letters. */
@SpringBootApplication
class Letters {

    static final String QUEUE = "letters";

    /** What attempts at a letter are to throw, one after the other. */
    final Map<String, ConcurrentLinkedQueue<Throwable>> mishaps = new ConcurrentHashMap<>();

    final ConcurrentLinkedQueue<String> attempts = new ConcurrentLinkedQueue<>();

    @Bean
    Worker letterWorker(DatabaseClient db) {
        return new Worker() {
            @Override
            public String queue() {
                return QUEUE;
            }

            @Override
            public Policy policy() {
                return Policy.STANDARD
                        .withWidth(4)
                        .withLease(Duration.ofSeconds(2))
                        .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(8)))
                        .withMostFailures(3);
            }

            @Override
            public Settlement work(Job job, Lease lease) throws Exception {
                attempts.add(job.key());
                var waiting = mishaps.get(job.key());
                Throwable mishap = waiting == null ? null : waiting.poll();
                if (mishap != null) {
                    sneaky(mishap);
                }
                lease.check();
                return Settlement.done().with(send(db, job.key()));
            }

            @Override
            public Settlement giveUp(Job job, Cause cause, String problem) {
                return Settlement.done()
                        .with(db.sql("update letter set state = :state where key = :key")
                                .bind("state", cause.name())
                                .bind("key", job.key())
                                .then());
            }
        };
    }

    private static Mono<Void> send(DatabaseClient db, String key) {
        return db.sql("update letter set state = 'sent' where key = :key and state = 'waiting'")
                .bind("key", key)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(rows -> db.sql("insert into letter_sent(key) values (:key)")
                        .bind("key", key)
                        .then());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
