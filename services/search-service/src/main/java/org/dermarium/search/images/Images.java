package org.dermarium.search.images;

import java.util.Map;
import java.util.function.Function;
import org.dermarium.events.Image;
import org.dermarium.query.Query;
import org.dermarium.search.columns.ColumnImages;
import org.dermarium.search.elastic.ElasticImages;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Finder;
import org.dermarium.search.finding.Scope;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the columns, and Elasticsearch where they have no answer. */
@Component
class Images {

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
