package org.dermarium.challenge.submission;

import java.util.Collection;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The submissions. */
public interface Submissions {

    /** How many an approach has, and the newest. */
    record Latest(Entry entry, long count) {}

    /** One of the caller's teams, or any for staff; {@link org.dermarium.web.NotFound} for others. */
    Mono<Entry> visible(Caller caller, long id);

    /** Whatever its visibility, for scoring; empty when there is none. */
    Mono<Entry> find(long id);

    /** Those of an approach that the caller may see, newest first; {@link org.dermarium.web.NotFound} for others. */
    Mono<Page<Entry>> page(Caller caller, long approach, PageRequest request);

    /** Of each of these approaches that has any. */
    Flux<Latest> latest(Collection<Long> approaches);
}
