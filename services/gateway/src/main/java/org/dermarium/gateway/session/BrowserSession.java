package org.dermarium.gateway.session;

import java.time.Duration;
import java.time.Instant;

/** What a signed-in browser's cookie holds. */
record BrowserSession(String accessToken, String refreshToken, Instant expiresAt) {

    /** Renewed a little early, so that no token expires on its way to a service. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    boolean isExpired(Instant now) {
        return now.isAfter(expiresAt.minus(MARGIN));
    }
}
