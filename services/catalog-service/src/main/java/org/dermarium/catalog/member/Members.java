package org.dermarium.catalog.member;

import java.util.Collection;
import org.dermarium.catalog.image.Scope;
import reactor.core.publisher.Mono;

/**
 * The images of collections, by public id. Each change joins the caller's transaction, publishes what it changed, and
 * leaves alone what is so already.
 */
interface Members {

    Mono<Void> add(long collection, Collection<String> isicIds);

    /** Adds all images of the scope. */
    Mono<Void> addAll(long collection, Scope scope);

    Mono<Void> remove(long collection, Collection<String> isicIds);

    /** Whether an embargoed image is in the scope. */
    Mono<Boolean> isPrivate(Scope scope);
}
