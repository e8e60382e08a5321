package org.dermarium.catalog.projection;

import java.time.Duration;
import java.util.List;
import org.dermarium.catalog.image.R2dbcReadModel;
import org.dermarium.catalog.member.MagicCollections;
import org.dermarium.events.Image;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Images as the bus tells of them: into the read model, and into the collection of their cohort. */
@Component
class ImageProjection {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final R2dbcReadModel images;
    private final MagicCollections magic;
    private final TransactionalOperator transaction;

    ImageProjection(R2dbcReadModel images, MagicCollections magic, TransactionalOperator transaction) {
        this.images = images;
        this.magic = magic;
        this.transaction = transaction;
    }

    /** Blocks, as consumers of the bus do. */
    void apply(List<Image> states) {
        images.merge(R2dbcReadModel.Target.LIVE, states)
                .flatMap(magic::take)
                .as(transaction::transactional)
                .block(LIMIT);
    }
}
