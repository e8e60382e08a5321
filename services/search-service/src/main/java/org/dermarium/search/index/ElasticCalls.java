package org.dermarium.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.dermarium.web.Refusal;
import org.springframework.stereotype.Repository;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Every request to Elasticsearch passes here: a time limit, the circuit breaker, a timer, one reading of errors. */
@Repository
public class ElasticCalls {

    private static final Duration OPEN = Duration.ofSeconds(5);

    private final ElasticsearchAsyncClient client;
    private final ElasticSettings settings;
    private final MeterRegistry meters;
    private final CircuitBreaker breaker;

    ElasticCalls(Rest5ClientTransport transport, ElasticSettings settings, MeterRegistry meters) {
        this.client = new ElasticsearchAsyncClient(transport);
        this.settings = settings;
        this.meters = meters;
        var breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(ElasticCalls::isOutage)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        breaker = breakers.circuitBreaker("elasticsearch");
    }

    /** A caller's request; an outage becomes 503. */
    public <T> Mono<T> ask(String operation, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return guarded(operation, request, settings.requestTimeout())
                .onErrorMap(ElasticCalls::isOutage, e -> Refusal.unavailable(OPEN));
    }

    /** A request of the projection, on its own thread. */
    <T> T now(String operation, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) throws IndexAway {
        try {
            T answer = guarded(operation, request, settings.writeTimeout()).block();
            return Objects.requireNonNull(answer, operation);
        } catch (RuntimeException failure) {
            Throwable cause = Exceptions.unwrap(failure);
            if (isOutage(cause)) {
                throw new IndexAway(cause);
            }
            throw failure;
        }
    }

    private <T> Mono<T> guarded(
            String operation, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request, Duration limit) {
        return Mono.defer(() -> {
            var running = Timer.start(meters);
            return Mono.fromFuture(() -> request.apply(client))
                    .timeout(limit)
                    .transformDeferred(CircuitBreakerOperator.of(breaker))
                    .doOnTerminate(() -> running.stop(timer(operation)));
        });
    }

    private Timer timer(String operation) {
        return Timer.builder("dermarium.search.requests")
                .description("requests to Elasticsearch")
                .tag("operation", operation)
                .publishPercentileHistogram()
                .register(meters);
    }

    static boolean isOutage(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof CallNotPermittedException
                || failure instanceof ElasticsearchException refused && isOutage(refused.status(), refused);
    }

    /** An index that is not there is being made, or was exchanged for a newer one this very moment. */
    private static boolean isOutage(int status, ElasticsearchException refused) {
        return status >= 500
                || status == 429
                || "index_not_found_exception".equals(refused.error().type());
    }
}
