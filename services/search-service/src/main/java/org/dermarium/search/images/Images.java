package org.dermarium.search.images;

import java.util.Map;
import org.dermarium.events.Image;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Mono;

/** The images that can be searched. Every answer is confined to what the caller of its scope may see. */
interface Images {

    /** Oldest publication first. */
    Mono<Page<Image>> page(Scope scope, PageRequest request);

    /** The sum of the full images' sizes. */
    Mono<Long> bytes(Scope scope);

    /** By field name. */
    Mono<Map<String, FacetOut>> facets(Scope scope);
}
