package org.dermarium.doi.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where each DOI stands on its way to the public. */
public interface Publications {

    Mono<Publication> of(String doi);

    /** Of those that have one. */
    Mono<Map<String, Publication>> ofAll(Collection<String> dois);

    /** From the first step on; what was before is forgotten. */
    Mono<Void> begin(String doi, long requestedBy);

    /** Finishes the step and begins the one behind it. Does nothing when that has been done already. */
    Mono<Void> advance(String doi, Step step);

    /** Nulls keep the counts that are known, and take the problem away. */
    Mono<Void> note(String doi, Step step, @Nullable Long done, @Nullable Long total, @Nullable String problem);

    /** It goes on when {@link #resume} is called. */
    Mono<Void> stop(String doi, String problem);

    Mono<Void> resume(String doi);

    /** The registrar may have metadata with this date from now on. */
    Mono<Void> issued(String doi, Instant at);
}
