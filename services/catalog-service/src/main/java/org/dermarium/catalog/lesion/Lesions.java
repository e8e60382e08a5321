package org.dermarium.catalog.lesion;

import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Mono;

/** Lesions of which the caller may see every published image; the others do not exist for him. */
interface Lesions {

    /** In the order of their ids, always counted. */
    Mono<Page<Lesion>> page(Caller caller, PageRequest request);

    Mono<Lesion> find(Caller caller, String id);
}
