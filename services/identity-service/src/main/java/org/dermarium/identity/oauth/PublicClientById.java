package org.dermarium.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets a public client refresh and revoke by naming itself (RFC 6749 section 6, RFC 7009 section 2.1): there the token it
 * shows is the proof. The framework knows public clients only where they exchange a code.
 */
final class PublicClientById implements AuthenticationConverter, AuthenticationProvider {

    private static final String REFRESH_TOKEN = "refresh_token";
    private static final Set<String> SECRETS = Set.of("client_secret", "client_assertion", "code_verifier");

    private final RegisteredClientRepository clients;

    PublicClientById(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        boolean refreshes = REFRESH_TOKEN.equals(request.getParameter("grant_type"));
        boolean revokes = request.getRequestURI().endsWith(OAuthConfig.REVOKE);
        boolean provesItself = request.getHeader("Authorization") != null
                || SECRETS.stream().anyMatch(name -> request.getParameter(name) != null);
        String[] names = request.getParameterValues("client_id");
        if (!(refreshes || revokes) || provesItself || names == null || names.length != 1) {
            return null;
        }
        return new ByIdAlone(names[0]);
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        RegisteredClient client = clients.findByClientId(claim.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == ByIdAlone.class;
    }

    /** A type of its own keeps the framework's provider, which insists on a code verifier, away from it. */
    private static final class ByIdAlone extends OAuth2ClientAuthenticationToken {

        ByIdAlone(String clientId) {
            super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
        }
    }
}
