package org.dermarium.doi.release;

import reactor.core.publisher.Mono;

/** Freezes what DOIs stand for. */
public interface Releases {

    /** The queue of those that are not frozen yet, by names of DOIs. */
    String QUEUE = "releases";

    /**
     * Has a release built, once the caller's transaction commits. An order that was given before and not given up changes
     * nothing, whatever it says now: what is frozen is never changed.
     */
    Mono<Void> order(FreezeOrder order);

    /** In the caller's transaction: no files are made of what was ordered. False when they are frozen, and stay. */
    Mono<Boolean> giveUp(String doi);

    /** In the caller's transaction, with its DOI: as {@link #giveUp}, and files that are frozen go as well. */
    Mono<Void> discard(String doi);

    /** How far the release of a DOI has come; empty when none was ordered. */
    Mono<Release> of(String doi);
}
