package org.dermarium.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

class GuardedTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CircuitBreakerAutoConfiguration.class))
            .withPropertyValues(
                    "resilience4j.circuitbreaker.configs.default.minimum-number-of-calls=3",
                    "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=7s",
                    "resilience4j.circuitbreaker.configs.patient.base-config=default",
                    "resilience4j.circuitbreaker.configs.patient.minimum-number-of-calls=50");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void leavesAServerAloneThatFailsTooOften() {
        service.run(context -> {
            Guarded server = guarded("server", context.getBean(CircuitBreakerRegistry.class));
            fail(server, 3);

            assertThatThrownBy(() -> server.await("read", LIMIT, Mono.just("answer")))
                    .isInstanceOf(CallNotPermittedException.class);
            assertThat(server.rest()).isEqualTo(Duration.ofSeconds(7));
            assertThat(count("failed")).isEqualTo(3);
            assertThat(count("unasked")).isEqualTo(1);
        });
    }

    @Test
    void keepsToTheSettingsOfTheServersName() {
        service.run(context -> {
            Guarded patient = guarded("patient", context.getBean(CircuitBreakerRegistry.class));
            fail(patient, 3);

            assertThat(patient.await("read", LIMIT, Mono.just("answer"))).isEqualTo("answer");
            assertThat(patient.rest()).isEqualTo(Duration.ofSeconds(7));
        });
    }

    @Test
    void blamesNoServerForAnAnswerThatSaysNo() {
        service.run(context -> {
            Guarded server = guarded("server", context.getBean(CircuitBreakerRegistry.class));
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> server.await("read", LIMIT, Mono.error(new IllegalStateException("no"))))
                        .isInstanceOf(IllegalStateException.class);
            }

            assertThat(server.await("read", LIMIT, Mono.just("answer"))).isEqualTo("answer");
            assertThat(count("refused")).isEqualTo(5);
        });
    }

    @Test
    void callsOffWhatTakesTooLong() {
        var silent = new CompletableFuture<String>();
        Guarded server = guarded("server", CircuitBreakerRegistry.ofDefaults());

        assertThatThrownBy(() -> server.await("read", SHORT, Mono.fromFuture(silent)))
                .isInstanceOf(TimeoutException.class);
        assertThat(silent).isCancelled();
    }

    @Test
    void callsOffWhatNobodyWaitsForAnyMore() {
        var silent = new CompletableFuture<String>();
        Guarded server = guarded("server", CircuitBreakerRegistry.ofDefaults());

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> server.await("read", LIMIT, Mono.fromFuture(silent)))
                .isInstanceOf(InterruptedException.class);
        assertThat(silent).isCancelled();
        assertThat(count("cancelled")).isEqualTo(1);
    }

    private static void fail(Guarded server, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> server.await("read", LIMIT, Mono.error(new IOException("away"))))
                    .isInstanceOf(IOException.class);
        }
    }

    private Guarded guarded(String name, CircuitBreakerRegistry breakers) {
        return new Guarded(
                name,
                breakers,
                failure -> failure instanceof IOException || failure instanceof TimeoutException,
                meters);
    }

    private long count(String outcome) {
        return meters.get("dermarium.outside.requests")
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
