package org.dermarium.search.images;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dermarium.search.finding.Sight;
import org.dermarium.search.index.CollectionDocument;
import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.web.caller.Caller;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The rights to collections. Read by id, which sees what was written the moment before. */
@Repository
class Collections {

    private final ElasticCalls elastic;
    private final String index;

    Collections(ElasticCalls elastic, ElasticIndices indices) {
        this.elastic = elastic;
        this.index = indices.searched();
    }

    /** Those of these collections that exist and that the caller may see. */
    Mono<Set<Long>> visible(Set<Long> asked, Caller caller) {
        if (asked.isEmpty()) {
            return Mono.just(asked);
        }
        List<String> ids = asked.stream().map(CollectionDocument::id).toList();
        return elastic.ask("collections", c -> c.mget(m -> m.index(index).ids(ids), CollectionDocument.class))
                .map(answer -> {
                    Set<Long> visible = new TreeSet<>();
                    for (var item : answer.docs()) {
                        var document = item.isResult() ? item.result().source() : null;
                        var collection = document == null ? null : document.collection();
                        if (collection != null && Sight.isVisible(collection, caller)) {
                            visible.add(collection.id());
                        }
                    }
                    return visible;
                });
    }
}
