package org.dermarium.blobs.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.BlobsConfig;
import org.dermarium.blobs.MultipartUpload;
import org.dermarium.blobs.S3Settings;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.Isolation;
import org.dermarium.testkit.Servers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** An object is removed when nothing refers to it, never before, whoever dies at which line. With two instances and real servers. */
class LedgerIT {

    private static final Isolation OWN = Servers.shared().isolate("blobs");
    private static final String DATABASE = Servers.shared().freshDatabase(OWN.name());
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final BegunUploads.Bounds WIDE = new BegunUploads.Bounds(100, 1L << 40);

    private static final ConnectionFactory CONNECTIONS = ConnectionFactories.get(ConnectionFactoryOptions.parse(
                    "r2dbc:pool:" + Servers.shared().r2dbcUrl(DATABASE).substring(6))
            .mutate()
            .option(ConnectionFactoryOptions.USER, Servers.shared().postgresUser())
            .option(ConnectionFactoryOptions.PASSWORD, Servers.shared().postgresPassword())
            .build());
    private static final DatabaseClient DB = DatabaseClient.create(CONNECTIONS);
    private static final TransactionalOperator TX =
            TransactionalOperator.create(new R2dbcTransactionManager(CONNECTIONS));
    private static final BlobStore BLOBS = BlobsConfig.s3(s3());
    private static final ObjectLedger.Storage STORAGE =
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

    private final LedgerSettings settings = settings(Duration.ZERO, Duration.ZERO);
    private final ObjectLedger ledger = new ObjectLedger(DB, STORAGE, settings);
    private final BegunUploads uploads = new BegunUploads(DB, TX);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Janitor first = janitor();
    private final Janitor second = janitor();
    private final String folder = "notes/" + UUID.randomUUID() + "/";
    private final String key = folder + "a";

    @AfterEach
    void forget() {
        DB.sql("truncate stored_object, sweep, note, letter").then().block();
    }

    @Test
    void removesWhatWasGivenUp() {
        put(key);
        tx(refer("note", key));
        tx(drop("note", key));

        clean();

        assertThat(isThere(key)).isFalse();
        assertThat(rows()).isZero();
        assertThat(meters.counter("dermarium.objects.removed").count()).isEqualTo(1);
    }

    @Test
    void keepsWhatAnotherRowStillUses() {
        put(key);
        tx(refer("note", key));
        tx(refer("letter", key));
        tx(drop("note", key));

        clean();

        assertThat(isThere(key)).isTrue();
        assertThat(rows()).isZero();
        assertThat(meters.counter("dermarium.objects.kept").count()).isEqualTo(1);
        tx(drop("letter", key));
        clean();
        assertThat(isThere(key)).isFalse();
    }

    @Test
    void leavesNothingOfAWriterThatDiedBeforeItsCommit() {
        ledger.announce(List.of(ObjectName.inPrivate(key))).block();
        put(key);

        clean();

        assertThat(isThere(key)).isFalse();
    }

    @Test
    void keepsWhatWasAnnouncedAndCommitted() {
        ledger.announce(List.of(ObjectName.inPrivate(key))).block();
        put(key);
        tx(refer("note", key));

        clean();

        assertThat(isThere(key)).isTrue();
        assertThat(rows()).isZero();
    }

    @Test
    void leavesInTheLedgerWhatARolledBackTransactionHadKept() {
        ledger.announce(List.of(ObjectName.inPrivate(key))).block();
        put(key);
        assertThatThrownBy(() -> tx(refer("note", key).then(Mono.error(new IllegalStateException("refused")))));

        clean();

        assertThat(isThere(key)).isFalse();
    }

    @Test
    void finishesWhatAJanitorLeftThatDiedAfterCondemning() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        assertThat(first.condemn()).hasSize(1);
        assertThat(second.condemn())
                .as("the first one's, while its lease lasts")
                .isEmpty();
        assertThatThrownBy(() -> tx(refer("note", key))).isInstanceOf(ObjectGone.class);
        assertThat(DB.sql("select count(*) from note")
                        .map(row -> row.get(0, Long.class))
                        .one()
                        .block())
                .isZero();

        Eventually.until("the second takes over", second::clean);

        assertThat(isThere(key)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void finishesWhatAJanitorLeftThatDiedAfterDeleting() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        first.remove(first.condemn().getFirst());

        Eventually.until("the second takes over", second::clean);

        assertThat(rows()).isZero();
    }

    @Test
    void doesNotForgetTheRowOfAJanitorThatTookOver() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        var late = first.condemn().getFirst();
        Eventually.until("the second takes over", () -> !second.condemn().isEmpty());

        first.forget(late);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void waitsWithANewObjectUntilAnOlderOneOfItsNameIsRemoved() {
        put(key);
        tx(ledger.giveUp(List.of(ObjectName.inPrivate(key))));
        var condemned = first.condemn().getFirst();
        assertThatThrownBy(() -> ledger.announce(List.of(condemned.name())).block())
                .isInstanceOf(ObjectGone.class);

        first.remove(condemned);
        first.forget(condemned);

        ledger.announce(List.of(condemned.name())).block();
        put(key);
        tx(refer("note", key));
        clean();
        assertThat(isThere(key)).isTrue();
    }

    @Test
    void refusesAReferenceToWhatWasRemovedLongAgo() {
        assertThatThrownBy(() -> tx(refer("note", key))).isInstanceOf(ObjectGone.class);
    }

    @Test
    void takesAReferenceToAnObjectFromBeforeTheLedger() {
        put(key);
        tx(refer("note", key));
        clean();
        assertThat(isThere(key)).isTrue();
    }

    @Test
    void abortsAnUploadThatWasNeverFinished() throws Exception {
        MultipartUpload begun = BLOBS.begin(OWN.privateBucket(), key, "text/plain");
        uploads.note(begun, 7, 3, Duration.ZERO, WIDE).block();
        String etag = sendPart(begun);

        clean();

        var completion = MultipartUpload.completion(List.of(new MultipartUpload.Part(1, etag)));
        assertThat(status(BLOBS.presignedComplete(begun), "POST", completion)).isEqualTo(404);
        assertThat(isThere(key)).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void boundsWhatOneUserHasBegun() throws Exception {
        var three = new BegunUploads.Bounds(3, 100);
        uploads.note(upload("a"), 7, 10, Duration.ofHours(1), three).block();
        assertThatThrownBy(() -> uploads.note(upload("b"), 7, 91, Duration.ofHours(1), three)
                        .block())
                .isInstanceOfSatisfying(TooManyUploads.class, refused -> {
                    assertThat(refused.uploads()).isEqualTo(1);
                    assertThat(refused.bytes()).isEqualTo(10);
                    assertThat(refused.freeAt()).isNotNull();
                });
        uploads.note(upload("c"), 8, 91, Duration.ofHours(1), three).block();

        var taken = new AtomicInteger();
        all(10, () -> {
            try {
                uploads.note(upload(UUID.randomUUID().toString()), 7, 1, Duration.ofHours(1), three)
                        .block();
                taken.incrementAndGet();
            } catch (TooManyUploads full) {
                // As it should.
            }
            return null;
        });
        assertThat(taken).hasValue(2);
    }

    /** Ten times ten keys are given up and taken up again by many while two janitors clean: no reference ever points to nothing. */
    @Test
    void neverRemovesWhatIsTakenUpAtTheSameMoment() throws Exception {
        for (int i = 0; i < 10; i++) {
            put(folder + i);
            tx(ledger.giveUp(List.of(ObjectName.inPrivate(folder + i))));
        }
        all(6, () -> {
            for (int i = 0; i < 25; i++) {
                String one = folder + ThreadLocalRandom.current().nextInt(10);
                String table = ThreadLocalRandom.current().nextBoolean() ? "note" : "letter";
                switch (ThreadLocalRandom.current().nextInt(4)) {
                    case 0 -> janitor().clean();
                    case 1 -> tx(drop(table, one));
                    default -> {
                        try {
                            tx(refer(table, one));
                        } catch (ObjectGone gone) {
                            // The janitor was first.
                        }
                    }
                }
            }
            return null;
        });
        for (int i = 0; i < 10; i++) {
            boolean isUsed = DB.sql("select object_in_use('private', :key)")
                    .bind("key", folder + i)
                    .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                    .one()
                    .block();
            assertThat(!isUsed || isThere(folder + i))
                    .as("%s%d is used and there", folder, i)
                    .isTrue();
        }
        Eventually.until("all is clean", () -> {
            clean();
            return rows() == 0;
        });
        for (int i = 0; i < 10; i++) {
            String one = folder + i;
            boolean isUsed = Boolean.TRUE.equals(DB.sql("select object_in_use('private', :key)")
                    .bind("key", one)
                    .map(row -> row.get(0, Boolean.class))
                    .one()
                    .block());
            assertThat(isThere(one)).as("%s is there because it is used", one).isEqualTo(isUsed);
        }
    }

    @Test
    void findsObjectsThatNoRowKnows() {
        openSweep("-1 hour");
        put(folder + "stray");
        put(folder + "used");
        put(folder + "announced");
        tx(refer("note", folder + "used"));
        ledgerOf(Duration.ofHours(1))
                .announce(List.of(ObjectName.inPrivate(folder + "announced")))
                .block();

        while (sweep(Duration.ZERO).look()) {
            // One part of the storage after the other.
        }

        clean();
        assertThat(isThere(folder + "stray")).isFalse();
        assertThat(isThere(folder + "used")).isTrue();
        assertThat(isThere(folder + "announced")).isTrue();
    }

    @Test
    void leavesObjectsAloneThatWereWrittenJustNowOrBeforeTheLedger() {
        put(key);
        openSweep("-1 hour");
        while (sweep(Duration.ofMinutes(5)).look()) {
            // One part of the storage after the other.
        }
        openSweep("1 hour");
        while (sweep(Duration.ZERO).look()) {
            // All again, now that the ledger is younger than the object.
        }

        assertThat(rows()).isZero();
        assertThat(meters.counter("dermarium.objects.strays").count()).isZero();
    }

    private static LedgerSettings settings(Duration writing, Duration strayAge) {
        return new LedgerSettings(
                List.of("private/notes/"), Duration.ZERO, writing, LEASE, Duration.ofHours(1), strayAge, Duration.ZERO);
    }

    private static ObjectLedger ledgerOf(Duration writing) {
        return new ObjectLedger(DB, STORAGE, settings(writing, Duration.ZERO));
    }

    private Janitor janitor() {
        return new Janitor(DB, TX, STORAGE, settings, meters);
    }

    private Sweep sweep(Duration strayAge) {
        return new Sweep(DB, STORAGE, settings(Duration.ZERO, strayAge), meters);
    }

    private void openSweep(String sinceNow) {
        sweep(Duration.ZERO).open();
        DB.sql("update sweep set since = now() + :since::interval, due_at = now()")
                .bind("since", sinceNow)
                .then()
                .block();
    }

    private void clean() {
        while (first.clean()) {
            // Batch after batch.
        }
    }

    private static void put(String key) {
        BLOBS.put(OWN.privateBucket(), key, "text/plain", new ByteArrayInputStream("abc".getBytes(UTF_8)), 3);
    }

    private static boolean isThere(String key) {
        return BLOBS.stat(OWN.privateBucket(), key).isPresent();
    }

    private MultipartUpload upload(String name) {
        return new MultipartUpload(OWN.privateBucket(), folder + name, "upload-" + name);
    }

    private static long rows() {
        return DB.sql("select count(*) from stored_object")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static void tx(Mono<Void> work) {
        TX.transactional(work).block();
    }

    private Mono<Void> refer(String table, String to) {
        return ledger.keep(List.of(ObjectName.inPrivate(to)))
                .then(DB.sql("insert into " + table + "(key) values (:key)")
                        .bind("key", to)
                        .then());
    }

    private Mono<Void> drop(String table, String reference) {
        return DB.sql("delete from " + table + " where key = :key")
                .bind("key", reference)
                .then()
                .then(ledger.giveUp(List.of(ObjectName.inPrivate(reference))));
    }

    private static void all(int threads, Callable<Void> work) throws Exception {
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

    private static String sendPart(MultipartUpload upload) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(BLOBS.presignedPart(upload, 1))
                                    .PUT(BodyPublishers.ofString("abc"))
                                    .build(),
                            BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
        }
    }

    private static int status(URI address, String method, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static S3Settings s3() {
        var servers = Servers.shared();
        return new S3Settings(
                URI.create(servers.s3()),
                servers.s3AccessKey(),
                servers.s3SecretKey(),
                OWN.privateBucket(),
                OWN.publicBucket(),
                URI.create(servers.s3()),
                "us-east-1",
                Duration.ofSeconds(10),
                Duration.ofSeconds(60));
    }
}
