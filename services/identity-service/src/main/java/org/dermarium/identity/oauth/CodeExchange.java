package org.dermarium.identity.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a code exchange. isic-cli leaves {@code redirect_uri} out although it named one when it asked for the code; a client
 * with exactly one registered address can only have meant that one, and it still must equal the one that was named.
 */
final class CodeExchange implements AuthenticationConverter {

    private final OAuth2AuthorizationCodeAuthenticationConverter standard =
            new OAuth2AuthorizationCodeAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!(standard.convert(request) instanceof OAuth2AuthorizationCodeAuthenticationToken exchange)) {
            return null;
        }
        String onlyAddress = onlyAddress(exchange);
        if (exchange.getRedirectUri() != null || onlyAddress == null) {
            return exchange;
        }
        return new OAuth2AuthorizationCodeAuthenticationToken(
                exchange.getCode(),
                (Authentication) exchange.getPrincipal(),
                onlyAddress,
                exchange.getAdditionalParameters());
    }

    private static @Nullable String onlyAddress(OAuth2AuthorizationCodeAuthenticationToken exchange) {
        if (exchange.getPrincipal() instanceof OAuth2ClientAuthenticationToken authenticated
                && authenticated.getRegisteredClient() != null) {
            Set<String> addresses = authenticated.getRegisteredClient().getRedirectUris();
            return addresses.size() == 1 ? addresses.iterator().next() : null;
        }
        return null;
    }
}
