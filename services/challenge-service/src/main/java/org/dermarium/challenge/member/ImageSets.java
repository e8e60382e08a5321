package org.dermarium.challenge.member;

import java.util.List;
import reactor.core.publisher.Mono;

/** The images of collections, as far as the bus has told of them. */
public interface ImageSets {

    /** The name of a collection, or empty when it was not heard of or is deleted. */
    Mono<String> nameOf(long collection);

    /** Public ids of its public and embargoed images, sorted. */
    Mono<List<String>> membersOf(long collection);
}
