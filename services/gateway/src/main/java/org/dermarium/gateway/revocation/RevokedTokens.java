package org.dermarium.gateway.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The revoked authorizations whose access tokens have not expired yet. */
@Component
public class RevokedTokens {

    /** Longer than any access token lives. */
    private static final Duration MEMORY = Duration.ofHours(25);

    private final Cache<String, Boolean> sids =
            Caffeine.newBuilder().expireAfterWrite(MEMORY).build();

    /** From now on tokens of this authorization are refused. */
    public void revoke(String sid) {
        sids.put(sid, true);
    }

    /** Whether the bearer token was revoked. Its signature is not looked at: that is the services' matter. */
    public boolean contains(String bearer) {
        String sid = sid(bearer);
        return sid != null && sids.getIfPresent(sid) != null;
    }

    /** The authorization a token belongs to; null when it names none or is no JWT. */
    public static @Nullable String sid(String bearer) {
        try {
            return com.nimbusds.jwt.JWTParser.parse(bearer).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            return null;
        }
    }
}
