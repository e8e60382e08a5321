package org.dermarium.identity.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST contract's routes about accounts; its section 2.6, and users of 2.10. */
@RestController
@RequestMapping("/api/v2")
class AccountController {

    private static final int SUGGESTIONS = 10;

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/users/me/")
    AccountOut me(@AuthenticationPrincipal Jwt token) {
        return AccountOut.of(owner(token));
    }

    @PutMapping("/users/accept-terms/")
    Map<String, Object> acceptTerms(@AuthenticationPrincipal Jwt token) {
        accounts.acceptTerms(owner(token).id());
        return Map.of();
    }

    @GetMapping("/autocomplete/user/")
    List<AccountOut.Suggestion> suggest(
            @AuthenticationPrincipal Jwt token, @RequestParam(required = false) @Nullable String query) {
        if (!owner(token).staff()) {
            throw new Unauthorized();
        }
        return accounts.matching(QueryTooShort.unless(query), SUGGESTIONS).stream()
                .map(AccountOut.Suggestion::of)
                .toList();
    }

    /** A client-credentials token names no account, so its bearer is nobody here. */
    private Account owner(Jwt token) {
        if (token.getClaimAsString("email") == null) {
            throw new Unauthorized();
        }
        return accounts.find(Long.parseLong(token.getSubject()))
                .filter(Account::active)
                .orElseThrow(Unauthorized::new);
    }
}
