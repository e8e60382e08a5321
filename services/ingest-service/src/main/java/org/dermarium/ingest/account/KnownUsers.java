package org.dermarium.ingest.account;

import java.util.Collection;
import reactor.core.publisher.Flux;

/** The accounts that identity has told of. */
public interface KnownUsers {

    /** Those of these ids that no active account has. */
    Flux<Long> unknown(Collection<Long> ids);
}
