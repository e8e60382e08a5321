package org.dermarium.identity.token;

import java.util.Objects;
import org.dermarium.identity.account.Account;
import org.dermarium.identity.account.Accounts;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Writes into an access token what the services need to know of its owner, as it is at this moment; a closed account gets
 * no token any more. A program's own token carries no {@code email} and so is nobody to the services.
 */
@Component
class AccountClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;

    AccountClaims(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getClaims().claim("client_id", context.getRegisteredClient().getClientId());
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return;
        }
        Authentication person = Objects.requireNonNull(context.getPrincipal());
        Account account = accounts.find(Long.parseLong(person.getName()))
                .filter(Account::active)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        context.getClaims()
                .claim("email", account.email())
                .claim("name", account.fullName())
                .claim("staff", account.staff());
        var authorization = context.getAuthorization();
        if (authorization != null) {
            context.getClaims().claim("sid", authorization.getId());
        }
    }
}
