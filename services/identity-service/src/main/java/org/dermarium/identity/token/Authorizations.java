package org.dermarium.identity.token;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.JdbcOutbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people granted to clients, with the tokens that came of it. Whatever ends one token of a grant ends them all, and
 * the other services hear of it in the same transaction.
 */
@Repository
class Authorizations implements OAuth2AuthorizationService {

    private final JdbcOperations db;
    private final JdbcOAuth2AuthorizationService rows;
    private final JdbcOutbox outbox;

    Authorizations(JdbcOperations db, RegisteredClientRepository clients, JdbcOutbox outbox) {
        this.db = db;
        this.rows = new JdbcOAuth2AuthorizationService(db, clients);
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization authorization) {
        boolean ended = isInvalidated(authorization.getToken(OAuth2AccessToken.class))
                || isInvalidated(authorization.getToken(OAuth2RefreshToken.class));
        if (ended) {
            rows.save(withAllTokensInvalidated(authorization));
            outbox.append(EventType.TOKEN_REVOKED, new TokenRevoked(authorization.getId(), Instant.now()));
        } else {
            rows.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        rows.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return rows.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return rows.findByToken(token, type);
    }

    /** Whether tokens with this {@code sid} are still good. */
    boolean isAlive(String sid) {
        var authorization = findById(sid);
        return authorization != null && !isInvalidated(authorization.getToken(OAuth2AccessToken.class));
    }

    /** Removes grants of which no token can be used any more, among them codes that nobody fetched. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeExpired() {
        db.update("""
                delete from oauth2_authorization
                where greatest(refresh_token_expires_at, access_token_expires_at, authorization_code_expires_at) < now()
                   or (authorization_code_value is null and access_token_value is null
                       and created_at < now() - interval '1 hour')""");
    }

    private static boolean isInvalidated(OAuth2Authorization.@Nullable Token<?> token) {
        return token != null && token.isInvalidated();
    }

    private static OAuth2Authorization withAllTokensInvalidated(OAuth2Authorization authorization) {
        var refresh = authorization.getRefreshToken();
        var access = authorization.getAccessToken();
        OAuth2Token last = refresh != null
                ? refresh.getToken()
                : Objects.requireNonNull(access, "only a token can be invalidated")
                        .getToken();
        // Invalidating the refresh token takes the access token with it.
        return OAuth2Authorization.from(authorization).invalidate(last).build();
    }
}
