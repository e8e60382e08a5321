package org.dermarium.catalog.image;

import java.util.Collection;
import java.util.Map;
import org.dermarium.events.Image;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The images of the archive, each method over those only that the caller may see. */
public interface Images {

    /** In the order of publication; with pins, the pinned ones before all others. */
    Mono<Page<Image>> page(Caller caller, PageRequest request, boolean pinnedFirst);

    /** Empty when there is none, or none for this caller. */
    Mono<Image> find(Caller caller, String isicId);

    /** Why the image was withdrawn that had been public under this id; empty when none was. */
    Mono<String> withdrawalReason(String isicId);

    /** All of the scope as they are at one moment, in the order of their public ids, read as fast as they are taken. */
    Flux<Image> all(Scope scope);

    /** Which of these ids are of images that the caller may see, and whether those are public. */
    Mono<Map<String, Boolean>> publicity(Caller caller, Collection<String> isicIds);
}
