package org.dermarium.identity.oauth;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dermarium.identity.account.Account;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Service;

/** Issues an access token without asking anybody: the demo's shortcut, kept out of every other installation. */
@Service
@ConditionalOnBooleanProperty("dermarium.demo")
public class IssueToken {

    private final RegisteredClientRepository clients;
    private final AuthorizationServerSettings settings;
    private final OAuth2TokenGenerator<OAuth2Token> tokens;
    private final OAuth2AuthorizationService authorizations;

    IssueToken(
            RegisteredClientRepository clients,
            AuthorizationServerSettings settings,
            OAuth2TokenGenerator<OAuth2Token> tokens,
            OAuth2AuthorizationService authorizations) {
        this.clients = clients;
        this.settings = settings;
        this.tokens = tokens;
        this.authorizations = authorizations;
    }

    /** A bearer token as the command-line client would get it, revocable like any other. */
    public String forAccount(Account account) {
        RegisteredClient client = clients.findByClientId(Clients.COMMAND_LINE);
        if (client == null) {
            throw new IllegalStateException("the command-line client is always registered");
        }
        var person = UsernamePasswordAuthenticationToken.authenticated(
                Long.toString(account.id()), null, AuthorityUtils.NO_AUTHORITIES);
        var authorization = OAuth2Authorization.withRegisteredClient(client)
                .id(UUID.randomUUID().toString())
                .principalName(person.getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Set.of(Clients.DEFAULT_SCOPE))
                .attribute(Principal.class.getName(), person)
                .build();
        var context = DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(person)
                .authorizationServerContext(new Context(settings))
                .authorization(authorization)
                .authorizedScopes(authorization.getAuthorizedScopes())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .tokenType(OAuth2TokenType.ACCESS_TOKEN)
                .build();
        if (!(tokens.generate(context) instanceof Jwt jwt)) {
            throw new IllegalStateException("access tokens are JWTs");
        }
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                jwt.getTokenValue(),
                jwt.getIssuedAt(),
                jwt.getExpiresAt(),
                authorization.getAuthorizedScopes());
        authorizations.save(
                OAuth2Authorization.from(authorization).accessToken(token).build());
        return jwt.getTokenValue();
    }

    private record Context(AuthorizationServerSettings settings) implements AuthorizationServerContext {

        @Override
        public String getIssuer() {
            return Objects.requireNonNull(settings.getIssuer());
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }
}
