package org.dermarium.catalog.membership;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the other services know of the collections of each image. */
public interface Memberships {

    /**
     * Publishes, in the surrounding transaction, in which collections these images are now and who may see them through
     * those. To be called after the change itself: images changed by two transactions at once are then published in the
     * order in which they commit.
     */
    Mono<Void> changed(Collection<String> isicIds);

    /** The public ids of all images in a collection. */
    Mono<List<String>> imagesOf(long collection);
}
