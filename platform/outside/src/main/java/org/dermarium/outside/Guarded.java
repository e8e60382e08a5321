package org.dermarium.outside;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Requests to one server: each has a time limit, passes the circuit breaker with the server's name and is timed as
 * {@code dermarium.outside.requests}. How the breaker behaves stands in {@code resilience4j.circuitbreaker.configs}, under
 * that name or {@code default}.
 */
public final class Guarded {

    private final String server;
    private final CircuitBreaker breaker;
    private final Predicate<Throwable> isOutage;
    private final MeterRegistry meters;

    /** @param isOutage whether a failure, also one by the time limit, is the server's; it answered otherwise */
    public Guarded(
            String server, CircuitBreakerRegistry breakers, Predicate<Throwable> isOutage, MeterRegistry meters) {
        this.server = server;
        this.isOutage = isOutage;
        this.meters = meters;
        var config = breakers.getConfiguration(server).orElseGet(breakers::getDefaultConfig);
        this.breaker = breakers.circuitBreaker(
                server,
                CircuitBreakerConfig.from(config).recordException(isOutage).build());
    }

    /** A request, with what becomes of it when nobody waits for its answer any more. */
    public static <T> Mono<T> request(Supplier<CompletableFuture<T>> send, Consumer<CompletableFuture<T>> whenGivenUp) {
        return Mono.fromFuture(() -> {
            CompletableFuture<T> sent = send.get();
            CompletableFuture<T> awaited = sent.copy();
            awaited.whenComplete((answer, failure) -> {
                if (awaited.isCancelled()) {
                    whenGivenUp.accept(sent);
                }
            });
            return awaited;
        });
    }

    /** How long the server is left alone when it failed too often. */
    public Duration rest() {
        return Duration.ofMillis(breaker.getCircuitBreakerConfig()
                .getWaitIntervalFunctionInOpenState()
                .apply(1));
    }

    /**
     * Fails with {@link CallNotPermittedException} when the server is left alone, and with
     * {@link java.util.concurrent.TimeoutException} at the limit; the request is cancelled then, as when nobody waits for it
     * any more.
     */
    public <T> Mono<T> ask(String operation, Duration limit, Mono<T> request) {
        return Mono.defer(() -> {
            var running = Timer.start(meters);
            return request.timeout(limit)
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .doOnSuccess(answer -> running.stop(timer(operation, "ok")))
                    .doOnError(failure -> running.stop(timer(operation, outcome(failure))))
                    .doOnCancel(() -> running.stop(timer(operation, "cancelled")));
        });
    }

    /** As {@link #ask}, waiting for the answer on the caller's thread; throws what it fails with. */
    public <T> @Nullable T await(String operation, Duration limit, Mono<T> request) throws Exception {
        var answer = ask(operation, limit, request).toFuture();
        try {
            return answer.get();
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            throw stopping;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception failure ? failure : failed;
        }
    }

    private String outcome(Throwable failure) {
        return failure instanceof CallNotPermittedException ? "unasked" : isOutage.test(failure) ? "failed" : "refused";
    }

    private Timer timer(String operation, String outcome) {
        return Timer.builder("dermarium.outside.requests")
                .description("requests to other servers")
                .tag("server", server)
                .tag("operation", operation)
                .tag("outcome", outcome)
                .register(meters);
    }
}
