package org.dermarium.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.dermarium.outside.Guarded;
import org.dermarium.web.Refusal;
import org.springframework.stereotype.Repository;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** Every request to Elasticsearch passes here: guarded, and with one reading of errors. */
@Repository
public class ElasticCalls {

    private final ElasticsearchAsyncClient client;
    private final ElasticSettings settings;
    private final Guarded elasticsearch;

    ElasticCalls(
            Rest5ClientTransport transport,
            ElasticSettings settings,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters) {
        this.client = new ElasticsearchAsyncClient(transport);
        this.settings = settings;
        this.elasticsearch = new Guarded("elasticsearch", breakers, ElasticCalls::isOutage, meters);
    }

    /** A caller's request; an outage becomes 503. */
    public <T> Mono<T> ask(String operation, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return elasticsearch
                .ask(operation, settings.requestTimeout(), Mono.fromFuture(() -> request.apply(client)))
                .onErrorMap(ElasticCalls::isOutage, e -> Refusal.unavailable(elasticsearch.rest()));
    }

    /** A request of the projection, on its own thread. */
    public <T> T now(String operation, Function<ElasticsearchAsyncClient, CompletableFuture<T>> request)
            throws IndexAway {
        try {
            T answer = elasticsearch.await(
                    operation, settings.writeTimeout(), Mono.fromFuture(() -> request.apply(client)));
            return Objects.requireNonNull(answer, operation);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IndexAway(stopping);
        } catch (Exception failure) {
            if (isOutage(failure)) {
                throw new IndexAway(failure);
            }
            throw Exceptions.propagate(failure);
        }
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
