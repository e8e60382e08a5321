package org.dermarium.gateway.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.dermarium.events.bus.Topic;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The revoked authorizations of which an access token or a grant may still be about. */
@Component
public class RevokedTokens {

    /** As long as the topic keeps them, which outlives every access token and every grant. */
    private final Cache<String, Boolean> sids = Caffeine.newBuilder()
            .expireAfterWrite(Objects.requireNonNull(Topic.TOKENS.retention(), "revocations are kept for a time"))
            .build();

    private final Sinks.Many<String> news = Sinks.many().multicast().directBestEffort();
    private volatile boolean complete;

    /** From now on what belongs to this authorization is refused. */
    public void revoke(String sid) {
        sids.put(sid, true);
        synchronized (news) {
            news.tryEmitNext(sid);
        }
    }

    /** Whether the authorization was revoked, as far as is known here. */
    public boolean contains(String sid) {
        return sids.getIfPresent(sid) != null;
    }

    /** Whether all is known that was revoked before this gateway began. */
    public boolean isComplete() {
        return complete;
    }

    /** Ends, without a value, when the authorization is revoked; at once when it already is. */
    public Mono<Void> ended(String sid) {
        return news.asFlux()
                .filter(sid::equals)
                .mergeWith(Mono.fromSupplier(() -> contains(sid) ? sid : null))
                .next()
                .then();
    }

    void complete() {
        complete = true;
    }
}
