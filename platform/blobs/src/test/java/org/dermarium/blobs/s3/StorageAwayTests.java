package org.dermarium.blobs.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.BlobsUnavailable;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A storage that fails, is silent or is not there at all. */
class StorageAwayTests {

    private static final CircuitBreakerConfig IMPATIENT = CircuitBreakerConfig.custom()
            .minimumNumberOfCalls(5)
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .build();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 503;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void reportsFaultsOfTheStorageAsUnavailable() {
        assertThatThrownBy(() -> store().open("some", "key")).isInstanceOf(BlobsUnavailable.class);
        assertThatThrownBy(() -> store().put("some", "key", "text/plain", new ByteArrayInputStream(new byte[1]), 1))
                .isInstanceOf(BlobsUnavailable.class);
    }

    @Test
    void waitsForASilentStorageOnlyAsLongAsSet() {
        long began = System.nanoTime();

        assertThatThrownBy(() -> store().open("silent", "key"))
                .isInstanceOf(BlobsUnavailable.class)
                .hasMessageContaining("no answer in time");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void stopsAskingAStorageThatKeepsFailingAndComesBackAlone() {
        BlobStore blobs = store();

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> blobs.open("some", "key")).isInstanceOf(BlobsUnavailable.class);
        }
        assertThatThrownBy(() -> blobs.open("some", "key"))
                .isInstanceOfSatisfying(
                        BlobsUnavailable.class, e -> assertThat(e.retryAfter()).isPositive())
                .hasMessageContaining("left alone");
        assertThat(meters.get("dermarium.outside.requests")
                        .tag("outcome", "unasked")
                        .timer()
                        .count())
                .isPositive();

        status = 404;
        Eventually.await(
                "the storage is asked again",
                () -> assertThat(blobs.stat("some", "key")).isEmpty());
    }

    @Test
    void doesNotBlameTheStorageWhenCallersGiveUp() {
        BlobStore blobs = store();

        for (int i = 0; i < 6; i++) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> blobs.open("silent", "key"))
                    .isInstanceOf(BlobsUnavailable.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }

        status = 404;
        assertThat(blobs.stat("some", "key")).isEmpty();
    }

    @Test
    void readsNothingOfAnAnswerWhoseCallerHasGoneAway() throws Exception {
        var asked = new CountDownLatch(1);
        var brokenOff = new CountDownLatch(1);
        server.createContext("/late", exchange -> {
            asked.countDown();
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1 << 16]);
                }
            } catch (IOException e) {
                brokenOff.countDown();
            }
        });
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> store().open("late", "key")).isInstanceOf(BlobsUnavailable.class);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(asked.await(10, TimeUnit.SECONDS))
                .as("the storage was asked")
                .isTrue();
        assertThat(brokenOff.await(10, TimeUnit.SECONDS))
                .as("its connection is given back")
                .isTrue();
    }

    private BlobStore store() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return BlobsConfig.s3(
                new S3Settings(
                        endpoint,
                        "access",
                        "secret-key",
                        "private",
                        "public",
                        endpoint,
                        "us-east-1",
                        Duration.ofMillis(800),
                        Duration.ofSeconds(2)),
                CircuitBreakerRegistry.of(IMPATIENT),
                meters);
    }
}
