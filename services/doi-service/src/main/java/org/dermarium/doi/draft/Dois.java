package org.dermarium.doi.draft;

import java.time.Instant;
import java.util.List;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.doi.member.Summary;
import org.dermarium.events.Doi.State;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All DOIs. What a caller may not see does not exist for it: {@link org.dermarium.web.NotFound}. Every change appends the
 * new state to the outbox; call it in a transaction. One that the DOI's state does not allow does nothing and is empty.
 */
public interface Dois {

    /** Newest first. */
    Mono<Page<Doi>> page(Caller caller, PageRequest request);

    Mono<Doi> visible(Caller caller, String slug);

    /** @param name prefix and suffix */
    Mono<Doi> visibleNamed(Caller caller, String name);

    /** As {@link #visible}, and nobody else changes it until the transaction ends. */
    Mono<Doi> claim(Caller caller, String slug);

    Flux<Doi> published();

    /** For work behind the requests, in whatever state it is. */
    Mono<Doi> named(String name);

    /** Until the transaction ends nobody else drafts; tells whether the collection has a DOI already. */
    Mono<Boolean> beginDraft(long collection);

    /** Begins a draft under a free slug made of {@code slug}; call {@link #beginDraft} before. */
    Mono<Doi> add(NewDraft draft);

    /** Nulls stay as they were. */
    Mono<Doi> edit(String name, Edit edit);

    Mono<Doi> approve(String name, long staff);

    /** From draft to publishing or discarded, or back to draft. */
    Mono<Doi> move(String name, State state);

    /** Asks for the collection to be public. */
    Mono<Doi> open(String name);

    /** From now on this is said of its images. */
    Mono<Doi> freeze(String name, Summary summary);

    Mono<Doi> publish(String name, Instant at);

    /** The registrar has this version. Not told on the bus. */
    Mono<Void> told(String name, long version);

    /** @param approvedBy its creator, when that is staff */
    record NewDraft(
            String name,
            String slug,
            long collection,
            String title,
            String description,
            long creator,
            boolean madeByStaff,
            @Nullable Long approvedBy,
            List<RelatedIdentifier> related,
            List<Supplement> supplements) {}

    /** @param keepsApproval false when it has to be approved again */
    record Edit(
            @Nullable String title,
            @Nullable String description,
            @Nullable List<RelatedIdentifier> related,
            boolean keepsApproval) {}
}
