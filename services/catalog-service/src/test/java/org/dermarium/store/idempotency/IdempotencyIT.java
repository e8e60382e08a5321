package org.dermarium.store.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.store.idempotency.IdempotencyKeys.Id;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** A POST with a key is done once, whoever repeats it, here with the collections of the catalog. */
class IdempotencyIT extends CatalogCase {

    private static final String ROUTE = "/api/v2/collections/";

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ForgetOldKeys forget;

    @Test
    void answersARetryAsTheFirstTime() {
        var first = create(31, "lost", "Lost answer");
        var retry = create(31, "lost", "Lost answer");
        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(retry.getStatus().value()).isEqualTo(201);
        assertThat(retry.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(retry.getResponseHeaders().getContentType())
                .isEqualTo(first.getResponseHeaders().getContentType());
        assertThat(retry.getResponseHeaders().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(named("Lost answer")).isEqualTo(1);
    }

    @Test
    void doesTenAtOnceOnce() {
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<String> bodies = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(32, "ten", "Ten at once"), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(EntityExchangeResult::getResponseBody)
                    .toList();
            assertThat(bodies).hasSize(10).containsOnly(bodies.getFirst());
        }
        assertThat(named("Ten at once")).isEqualTo(1);
    }

    @Test
    void doesItAgainWhenItEndedBeforeItsCommit() throws SQLException {
        CompletableFuture<EntityExchangeResult<String>> broken;
        try (Connection other = session();
                Statement statement = other.createStatement()) {
            statement.execute("lock table collection in exclusive mode");
            broken = CompletableFuture.supplyAsync(() -> create(33, "crash", "Ended before its commit"));
            Eventually.until("the request waits for the table", () -> endedWaiting() > 0);
        }
        assertThat(broken.join().getStatus().value()).isEqualTo(503);
        assertThat(named("Ended before its commit")).isZero();

        assertThat(create(33, "crash", "Ended before its commit").getStatus().value())
                .isEqualTo(201);
        assertThat(named("Ended before its commit")).isEqualTo(1);
    }

    @Test
    void refusesAKeyForAnotherRequest() {
        create(34, "reused", "One name");
        var other = create(34, "reused", "Another name");
        assertThat(other.getStatus().value()).isEqualTo(422);
        assertThat(other.getResponseBody()).contains("Idempotency-Key").contains("another request");
        assertThat(named("Another name")).isZero();
    }

    @Test
    void keepsNoRefusal() {
        assertThat(create(35, "mended", "").getStatus().value()).isEqualTo(422);
        assertThat(create(35, "mended", "Mended").getStatus().value()).isEqualTo(201);
    }

    @Test
    void givesEveryCallerKeysOfTheirOwn() {
        assertThat(create(36, "shared", "Of two").getResponseBody())
                .isNotEqualTo(create(37, "shared", "Of two").getResponseBody());
        assertThat(named("Of two")).isEqualTo(2);
    }

    @Test
    void saysThatAnotherIsStillAtIt() throws SQLException {
        EntityExchangeResult<String> meanwhile;
        try (Connection other = session();
                Statement statement = other.createStatement()) {
            statement.execute("insert into idempotency_key (caller, route, key) values (38, '" + ROUTE + "', 'slow')");
            meanwhile = create(38, "slow", "Slow");
        }
        assertThat(meanwhile.getStatus().value()).isEqualTo(409);
        assertThat(meanwhile.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("2");
    }

    @Test
    void refusesAKeyThatIsNone() {
        for (String key : List.of("x".repeat(256), "k\u00e4y")) {
            assertThat(create(39, key, "Never").getStatus().value()).isEqualTo(422);
        }
        assertThat(named("Never")).isZero();
    }

    @Test
    void forgetsKeysAfterTwoDays() {
        create(40, "old", "Old");
        database.sql("update idempotency_key set created_at = now() - interval '49 hours' where key = 'old'")
                .then()
                .block();
        create(40, "young", "Young");
        forget.sweep().block();
        var keys = new IdempotencyKeys(database);
        assertThat(keys.answer(new Id(40, ROUTE, "old")).block()).isNull();
        assertThat(keys.answer(new Id(40, ROUTE, "young")).block()).isNotNull();
    }

    /** A transaction beside the service's own; rolled back when it is closed. */
    private static Connection session() throws SQLException {
        Map<String, String> own = isolation().properties();
        Connection connection = DriverManager.getConnection(
                own.get("spring.datasource.url"),
                own.get("spring.datasource.username"),
                own.get("spring.datasource.password"));
        connection.setAutoCommit(false);
        return connection;
    }

    private EntityExchangeResult<String> create(long member, String key, String name) {
        return http().post()
                .uri(ROUTE)
                .headers(h -> h.setBearerAuth(member(member)))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", name))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private long named(String name) {
        return database.sql("select count(*) as n from collection where name = :name")
                .bind("name", name)
                .map(row -> row.get("n", Long.class))
                .one()
                .block();
    }

    /** Ends the sessions that wait for a lock on collections, as a service's end would. */
    private long endedWaiting() {
        return database.sql("""
                        select count(pg_terminate_backend(pid)) as n from pg_locks
                        where not granted and relation = 'collection'::regclass
                        """).map(row -> row.get("n", Long.class)).one().block();
    }
}
