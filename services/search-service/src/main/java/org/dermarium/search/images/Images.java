package org.dermarium.search.images;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.dermarium.events.Image;
import org.dermarium.query.Query;
import org.dermarium.search.columns.ColumnImages;
import org.dermarium.search.elastic.ElasticImages;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Finder;
import org.dermarium.search.finding.Scope;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the columns, and Elasticsearch where they have no answer. */
@Component
class Images {

    private static final Duration FILLING = Duration.ofSeconds(5);

    /** A right that ended while a page was read is known to the columns shortly after. */
    private static final int TRIES = 3;

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Collections collections;
    private final ColumnImages columns;
    private final ElasticImages elastic;

    Images(Collections collections, ColumnImages columns, ElasticImages elastic) {
        this.collections = collections;
        this.columns = columns;
        this.elastic = elastic;
    }

    Mono<Page<Image>> page(Asked asked, PageRequest request) {
        return ask(asked, finder -> scope -> finder.page(scope, request));
    }

    Mono<Long> bytes(Asked asked) {
        return ask(asked, finder -> finder::bytes);
    }

    Mono<Map<String, FacetOut>> facets(Asked asked) {
        return ask(asked, finder -> finder::facets);
    }

    /** From the columns alone; 503 for the short time that they are being filled. */
    Mono<ColumnImages.Shown> screen(Asked asked, PageRequest request) {
        return scope(asked)
                .flatMap(scope -> columns.screen(scope, request))
                .repeatWhenEmpty(again -> again.take(TRIES).delayElements(PAUSE))
                .switchIfEmpty(Mono.error(() -> Refusal.unavailable(FILLING)));
    }

    private <T> Mono<T> ask(Asked asked, Function<Finder, Function<Scope, Mono<T>>> question) {
        return scope(asked)
                .flatMap(scope -> question.apply(columns)
                        .apply(scope)
                        .switchIfEmpty(Mono.defer(() -> question.apply(elastic).apply(scope))));
    }

    private Mono<Scope> scope(Asked asked) {
        Caller caller = asked.caller();
        Query query = asked.query();
        var ids = asked.collections();
        return ids == null
                ? Mono.just(new Scope(caller, query, null))
                : collections.visible(ids, caller).map(visible -> new Scope(caller, query, visible));
    }
}
