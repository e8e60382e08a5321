package org.dermarium.catalog.doi;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The published DOIs of collections. */
public interface Dois {

    /** By collection; one that has none, or only a draft, is left out. */
    Mono<Map<Long, String>> of(Collection<Long> collections);
}
