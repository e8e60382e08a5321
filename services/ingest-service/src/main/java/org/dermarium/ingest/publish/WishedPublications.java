package org.dermarium.ingest.publish;

import java.util.Collection;
import reactor.core.publisher.Mono;

/** Publications that were asked for with the upload. */
public interface WishedPublications {

    /** In the caller's transaction: asks for the publication of those of them that were uploaded so; how many are new. */
    Mono<Long> requestWished(Collection<Long> accessions);
}
