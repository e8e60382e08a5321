package org.dermarium.catalog.collection;

import org.dermarium.events.Collection;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The collections of the archive. What changes one joins the caller's transaction and publishes the collection's new
 * state in it; {@link #claim} comes first, so that changes of one collection happen one after the other.
 */
public interface Collections {

    /** @param pinned only those that are, or are not, pinned; null for all */
    Mono<Page<Collection>> page(Caller caller, PageRequest request, Order order, @Nullable Boolean pinned);

    /** @throws org.dermarium.web.NotFound when there is none, or none for this caller */
    Mono<Collection> visible(Caller caller, long id);

    /** As {@link #visible}, and nobody else changes it until the transaction ends. */
    Mono<Collection> claim(Caller caller, long id);

    /** Visible ones whose name holds the text, in any case. */
    Flux<Collection> named(Caller caller, String text);

    /** @throws org.dermarium.web.Refused when the creator has one of this name */
    Mono<Collection> create(long creator, String name, String description, boolean isPublic);

    /** Parts that are null stay as they are. */
    Mono<Collection> edit(long id, Edit edit);

    Mono<Collection> pin(long id, boolean pinned);

    /** Publishes a change of its images or shares. */
    Mono<Collection> touch(long id);

    /**
     * Locks the collection while it has a DOI or a draft of one, with the digest of its members, and makes it public once
     * a DOI asks for that. Empty when there is no such collection.
     */
    Mono<Collection> followDois(long id);

    Mono<Void> delete(Collection collection);

    /** Whether an embargoed image is in it. */
    Mono<Boolean> holdsPrivateImages(long id);

    /** In which order a list comes; equal ones by their ids. */
    enum Order {
        NEWEST,
        CREATED,
        NAME
    }

    /** What to change of a collection. */
    record Edit(
            @Nullable String name,
            @Nullable String description,
            @Nullable Boolean isPublic) {}
}
