package org.dermarium.events;

import java.time.Instant;

/**
 * Tokens of one authorization were revoked.
 *
 * @param sid the authorization's id, the {@code sid} claim of its access tokens
 */
public record TokenRevoked(String sid, Instant revokedAt) implements Aggregate {

    @Override
    public String key() {
        return sid;
    }

    @Override
    public long version() {
        return 1;
    }
}
