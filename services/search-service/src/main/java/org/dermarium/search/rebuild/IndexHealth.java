package org.dermarium.search.rebuild;

import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.ElasticIndices;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up when there is a filled index that answers. */
@Component("index")
class IndexHealth extends AbstractReactiveHealthIndicator {

    private final ElasticCalls elastic;
    private final ElasticIndices indices;
    private final FirstIndex first;

    IndexHealth(ElasticCalls elastic, ElasticIndices indices, FirstIndex first) {
        super("Elasticsearch does not answer");
        this.elastic = elastic;
        this.indices = indices;
        this.first = first;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        if (!first.isReady()) {
            return Mono.just(health.down().withDetail("index", "not filled yet").build());
        }
        return elastic.ask("health", c -> c.indices().existsAlias(e -> e.name(indices.searched())))
                .map(found -> (found.value() ? health.up() : health.down()).build());
    }
}
