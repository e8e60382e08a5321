package org.dermarium.testkit.openapi;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Holds every answer that the test client of a service gets against the service's document. */
@AutoConfiguration
@ConditionalOnClass({WebTestClientBuilderCustomizer.class, ExchangeFilterFunction.class})
class DocumentedAnswers {

    @Bean
    WebTestClientBuilderCustomizer answersAsDocumented() {
        return client -> client.filter(
                (request, exchange) -> exchange.exchange(request).flatMap(answer -> checked(request, answer)));
    }

    private static Mono<ClientResponse> checked(ClientRequest request, ClientResponse answer) {
        if (!ApiDocument.isAbout(request.url().getPath())) {
            return Mono.just(answer);
        }
        @Nullable MediaType type = answer.headers().contentType().orElse(null);
        if (type != null && !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            // Streams are for the test to read.
            return check(request, answer, type, null).thenReturn(answer);
        }
        return answer.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> check(request, answer, type, body)
                        .thenReturn(answer.mutate()
                                .body(_ -> body.length == 0
                                        ? Flux.empty()
                                        : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                                .build()));
    }

    private static Mono<Void> check(
            ClientRequest request, ClientResponse answer, @Nullable MediaType type, byte @Nullable [] body) {
        URI address = request.url();
        // The first check waits for the document, which the thread of the client may have to bring.
        return Mono.<Void>fromRunnable(() -> ApiDocument.require(ApiDocument.of(address.resolve("/"))
                        .faults(
                                request.method().name(),
                                address.getPath(),
                                answer.statusCode().value(),
                                type == null ? null : type.toString(),
                                body)))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
