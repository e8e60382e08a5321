package org.dermarium.catalog.projection;

import java.time.Duration;
import java.util.List;
import org.dermarium.catalog.collection.Collections;
import org.dermarium.catalog.doi.R2dbcDois;
import org.dermarium.events.Doi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/** DOIs as the bus tells of them: noted, and their collections locked, opened or set free in the same transaction. */
@Component
class DoiProjection {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final R2dbcDois dois;
    private final Collections collections;
    private final TransactionalOperator transaction;

    DoiProjection(R2dbcDois dois, Collections collections, TransactionalOperator transaction) {
        this.dois = dois;
        this.collections = collections;
        this.transaction = transaction;
    }

    /** Blocks, as consumers of the bus do. */
    void apply(List<Doi> states) {
        dois.merge(states)
                .sort()
                .concatMap(collections::followDois)
                .then()
                .as(transaction::transactional)
                .block(LIMIT);
    }
}
