package org.dermarium.identity.signin;

import java.util.Optional;
import org.dermarium.identity.account.Accounts;
import org.dermarium.identity.account.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks e-mail and password. An unknown account costs as much time and gives the same answer as a wrong password. The
 * principal's name is the account's number, which becomes the {@code sub} of its tokens.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final FailedSignIns failures;
    private final @Nullable String decoy;

    PasswordSignIn(Accounts accounts, PasswordEncoder passwords, FailedSignIns failures) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.decoy = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = Accounts.normalized(attempt.getName());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        failures.refuseTooMany(email, address);
        Optional<Credentials> known = accounts.credentials(email);
        boolean right = passwords.matches(
                String.valueOf(attempt.getCredentials()),
                known.map(Credentials::passwordHash).orElse(decoy));
        if (known.isEmpty() || !right || !known.get().account().active()) {
            failures.record(email, address);
            throw new BadCredentialsException("wrong e-mail or password");
        }
        failures.forget(email, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                Long.toString(known.get().account().id()), null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return attempt == UsernamePasswordAuthenticationToken.class;
    }
}
