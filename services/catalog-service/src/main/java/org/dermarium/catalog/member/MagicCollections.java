package org.dermarium.catalog.member;

import java.util.List;
import org.dermarium.events.Image;
import reactor.core.publisher.Mono;

/** The private, locked collection that the archive keeps of the published images of each cohort. */
public interface MagicCollections {

    /**
     * Makes the collections that these images need, names them as their cohorts are named now, and adds the images that
     * are published and not in them yet. Repeating it changes nothing. Joins the caller's transaction.
     */
    Mono<Void> take(List<Image> images);
}
