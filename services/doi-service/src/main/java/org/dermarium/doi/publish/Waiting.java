package org.dermarium.doi.publish;

import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * Wakes the publications that wait for news. Call in the transaction that writes the news; when it gives back more than
 * 0, wake the loops after the commit.
 */
public interface Waiting {

    Mono<Long> heardOfCollections(Collection<Long> ids);

    /** @param isicIds public ids of images whose state is new */
    Mono<Long> heardOfImages(Collection<String> isicIds);

    /** An image that has left a collection is no member any more, so all that wait for members look. */
    Mono<Long> heardOfMemberships();

    Mono<Long> frozen(String doi);
}
