package org.dermarium.gateway.apidocs;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dermarium.gateway.routing.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Asks the services for their documents, and keeps the whole for a while. */
@Component
class ApiDocuments {

    /** How long a whole document is good. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(ApiDocuments.class);
    private static final Duration KEPT_INCOMPLETE = Duration.ofSeconds(2);
    /** A service makes its document when it is first asked, which takes seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final List<String> SERVICES = List.of("search", "catalog", "doi", "challenge", "ingest", "identity");

    private final ServiceClients clients;
    private final URI publicUrl;
    private final Mono<ObjectNode> whole;

    ApiDocuments(ServiceClients clients, @Value("${dermarium.public-url}") URI publicUrl) {
        this.clients = clients;
        this.publicUrl = publicUrl;
        this.whole = Mono.defer(this::fetched)
                .cache(
                        document -> document.has("x-missing") ? KEPT_INCOMPLETE : KEPT,
                        failure -> Duration.ZERO,
                        () -> Duration.ZERO);
    }

    Mono<ObjectNode> whole() {
        return whole;
    }

    private Mono<ObjectNode> fetched() {
        return Flux.fromIterable(SERVICES)
                .flatMapSequential(this::ask)
                .collectList()
                .map(this::merged);
    }

    private ObjectNode merged(List<Answer> answers) {
        var document = new ApiDocument(publicUrl);
        answers.forEach(answer -> answer.document().ifPresent(part -> document.add(answer.service(), part)));
        return document.with(answers.stream()
                .filter(answer -> answer.document().isEmpty())
                .map(Answer::service)
                .toList());
    }

    private Mono<Answer> ask(String service) {
        return clients.of(service)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_BYTES))
                .build()
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .bodyToMono(ObjectNode.class)
                .timeout(PATIENCE)
                .doOnError(failure -> log.warn("{} does not describe itself: {}", service, failure.toString()))
                .map(Optional::of)
                .onErrorReturn(Optional.empty())
                .defaultIfEmpty(Optional.empty())
                .map(document -> new Answer(service, document));
    }

    private record Answer(String service, Optional<ObjectNode> document) {}
}
