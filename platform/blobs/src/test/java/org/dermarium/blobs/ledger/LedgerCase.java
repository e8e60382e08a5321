package org.dermarium.blobs.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.BlobsConfig;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A ledger and two janitors on real servers, and words for what happens to objects. */
abstract class LedgerCase {

    protected static final Isolation OWN = Servers.shared().isolate("blobs");
    protected static final String DATABASE = Servers.shared().freshDatabase(OWN.name());
    protected static final Duration LEASE = Duration.ofSeconds(1);

    protected static final ConnectionFactory CONNECTIONS = ConnectionFactories.get(ConnectionFactoryOptions.parse(
                    "r2dbc:pool:" + Servers.shared().r2dbcUrl(DATABASE).substring(6))
            .mutate()
            .option(ConnectionFactoryOptions.USER, Servers.shared().postgresUser())
            .option(ConnectionFactoryOptions.PASSWORD, Servers.shared().postgresPassword())
            .build());
    protected static final DatabaseClient DB = DatabaseClient.create(CONNECTIONS);
    protected static final TransactionalOperator TX =
            TransactionalOperator.create(new R2dbcTransactionManager(CONNECTIONS));
    protected static final BlobStore BLOBS = BlobsConfig.s3(OWN.settings("dermarium.s3", S3Settings.class));
    protected static final ObjectLedger.Storage STORAGE =
            new ObjectLedger.Storage(BLOBS, OWN.privateBucket(), OWN.publicBucket());

    static {
        Flyway.configure()
                .dataSource(
                        Servers.shared().jdbcUrl(DATABASE),
                        Servers.shared().postgresUser(),
                        Servers.shared().postgresPassword())
                .locations("classpath:db/blobs", "classpath:db/ledgertest")
                .load()
                .migrate();
    }

    protected final LedgerSettings settings = settings(Duration.ZERO, Duration.ZERO);
    protected final ObjectLedger ledger = new ObjectLedger(DB, STORAGE, settings);
    protected final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    protected final Janitor first = janitor();
    protected final Janitor second = janitor();
    protected final String folder = "notes/" + UUID.randomUUID() + "/";
    protected final String key = folder + "a";

    @AfterEach
    void forget() {
        DB.sql("truncate stored_object, sweep, note, letter").then().block();
    }

    protected static LedgerSettings settings(Duration writing, Duration strayAge) {
        return new LedgerSettings(
                List.of("private/notes/"), Duration.ZERO, writing, LEASE, Duration.ofHours(1), strayAge, Duration.ZERO);
    }

    protected Janitor janitor() {
        return new Janitor(DB, TX, STORAGE, settings, meters);
    }

    protected void clean() {
        while (first.clean()) {
            // Batch after batch.
        }
    }

    protected static void put(String key) {
        BLOBS.put(OWN.privateBucket(), key, "text/plain", new ByteArrayInputStream("abc".getBytes(UTF_8)), 3);
    }

    protected static boolean isThere(String key) {
        return BLOBS.stat(OWN.privateBucket(), key).isPresent();
    }

    protected static long rows() {
        return DB.sql("select count(*) from stored_object")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    protected static void tx(Mono<Void> work) {
        TX.transactional(work).block();
    }

    protected Mono<Void> refer(String table, String to) {
        return ledger.keep(List.of(ObjectName.inPrivate(to)))
                .then(DB.sql("insert into " + table + "(key) values (:key)")
                        .bind("key", to)
                        .then());
    }

    protected Mono<Void> drop(String table, String reference) {
        return DB.sql("delete from " + table + " where key = :key")
                .bind("key", reference)
                .then()
                .then(ledger.giveUp(List.of(ObjectName.inPrivate(reference))));
    }

    protected static void all(int threads, Callable<Void> work) throws Exception {
        var go = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    go.await();
                    return work.call();
                }));
            }
            go.countDown();
            for (Future<Void> one : running) {
                one.get();
            }
        }
    }
}
