package org.dermarium.catalog.collection;

import java.util.List;
import java.util.Map;
import org.dermarium.catalog.doi.Dois;
import org.dermarium.events.Collection;
import org.dermarium.web.page.Page;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Collections as the contract shows them, with the DOIs that they were published under. */
@Component
class DescribeCollections {

    private final Dois dois;

    DescribeCollections(Dois dois) {
        this.dois = dois;
    }

    Mono<CollectionOut> of(Collection collection) {
        return of(List.of(collection)).map(List::getFirst);
    }

    Mono<Page<CollectionOut>> of(Page<Collection> page) {
        return ids(page.results()).map(known -> page.map(c -> CollectionOut.of(c, known.get(c.id()))));
    }

    Mono<List<CollectionOut>> of(List<Collection> collections) {
        return ids(collections)
                .map(known -> collections.stream()
                        .map(c -> CollectionOut.of(c, known.get(c.id())))
                        .toList());
    }

    private Mono<Map<Long, String>> ids(List<Collection> collections) {
        return dois.of(collections.stream().map(Collection::id).toList());
    }
}
