package org.dermarium.challenge.team;

import java.util.List;
import org.dermarium.web.Caller;
import org.dermarium.web.Page;
import org.dermarium.web.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The teams. */
public interface Teams {

    /** One of the caller's, or any for staff; {@link org.dermarium.web.NotFound} for others. */
    Mono<Team> visible(Caller caller, long id);

    /** Those of a challenge that the caller may see. */
    Mono<Page<Team>> page(Caller caller, long challenge, PageRequest request);

    /** The caller's team in a challenge, or empty. */
    Mono<Team> of(Caller.Member member, long challenge);

    /** A new team with its first member. */
    Mono<Long> add(Caller.Member creator, long challenge, TeamIn team);

    Mono<Void> edit(long id, TeamIn changes);

    Mono<Void> invite(Caller.Member sender, long team, List<String> emails);

    /** Open invitations to this address, newest first. */
    Flux<Invitation> invitations(String email);

    /** The team that the caller is in from now on; the invitation is used up. */
    Mono<Team> accept(Caller.Member member, Invitation invitation);
}
