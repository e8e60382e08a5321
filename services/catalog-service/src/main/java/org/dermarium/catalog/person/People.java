package org.dermarium.catalog.person;

import java.util.Collection;
import java.util.Map;
import org.dermarium.web.Caller;
import reactor.core.publisher.Mono;

/** The accounts of the archive, as far as the catalogue has heard of them. */
public interface People {

    /** Full names, or e-mail addresses of those without one; who is not known is left out. */
    Mono<Map<Long, String>> names(Collection<Long> ids);

    /** The same caller with the rights left now: an account may have been closed, or be staff no more. */
    Mono<Caller> standing(Caller caller);
}
