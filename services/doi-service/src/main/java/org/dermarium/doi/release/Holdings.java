package org.dermarium.doi.release;

import java.util.Collection;
import org.dermarium.events.Image;
import reactor.core.publisher.Mono;

/** What is known of the images that may have to be packed. */
interface Holdings {

    /** Takes note of states; older ones than those known change nothing. */
    Mono<Void> note(Collection<Image> states);
}
