package org.dermarium.doi.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which DOIs wait for something to be done, and who does it. Times are those of the service's clock. */
public interface Work {

    /** In the caller's transaction: something is to be done for the DOI now. Wake the loops after the commit. */
    Mono<Void> due(String doi);

    /** As {@link #due}, and the pause of former failures is forgotten: somebody has seen to it. */
    Mono<Void> dueAfresh(String doi);

    /** As {@link #due} for each of them that waits already; gives back how many do. */
    Mono<Long> dueAll(Collection<String> dois);

    /** Takes the DOI that has waited longest, for so long; empty when none is due. One whose holder is late is taken again. */
    Mono<Held> take(Duration hold);

    /**
     * Lets it go.
     *
     * @param next when to look again, unless it was woken meanwhile; null for never
     * @param attempts in a row without success
     */
    Mono<Void> settle(Held held, @Nullable Instant next, int attempts);
}
