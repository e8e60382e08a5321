package org.dermarium.challenge.member;

import org.dermarium.web.Caller;
import reactor.core.publisher.Mono;

/** The accounts that this service knows. */
public interface People {

    /** Keeps a name for somebody whom identity has not told of yet. */
    Mono<Void> note(Caller.Member member);
}
