package org.dermarium.search.finding;

import java.util.Map;
import org.dermarium.events.Image;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import reactor.core.publisher.Mono;

/** Answers about the images of a scope. Every answer is confined to what the scope's caller may see. */
public interface Finder {

    /** Oldest publication first. */
    Mono<Page<Image>> page(Scope scope, PageRequest request);

    /** The sum of the full images' sizes. */
    Mono<Long> bytes(Scope scope);

    /** By field name. */
    Mono<Map<String, FacetOut>> facets(Scope scope);
}
