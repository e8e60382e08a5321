package org.dermarium.challenge.contest;

import java.util.Collection;
import java.util.List;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tasks. */
public interface Tasks {

    /** {@link org.dermarium.web.NotFound} when it does not exist for this caller. */
    Mono<Task> visible(Caller caller, long id);

    /** Those of these challenges that the caller may see, by position. */
    Flux<Task> of(Caller caller, Collection<Long> challenges);

    /** Ids of the frozen images that the caller may know of. */
    Mono<Page<String>> images(Caller caller, long id, PageRequest request);

    Mono<Long> add(long challenge, TaskIn task);

    Mono<Void> edit(long id, TaskIn changes);

    /**
     * Takes a checked truth; gives the key of the one it replaces, or an empty text.
     *
     * @param checked as it was when the truth was checked; {@link org.dermarium.web.Conflict} when it has opened since
     */
    Mono<String> keepTruth(Task checked, String key, String sha256, TruthFormat.Contents contents);

    /** Freezes the images; false when it was open already or its truth is another one by now. */
    Mono<Boolean> open(long id, String truthKey, @Nullable Long collection, List<String> images);

    /** The frozen images, sorted; empty while it is a draft. */
    Mono<List<String>> frozen(long id);
}
