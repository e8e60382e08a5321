package org.dermarium.identity.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import org.dermarium.identity.account.Account;
import org.dermarium.identity.account.ChangeAccount;
import org.dermarium.identity.oauth.IssueToken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives scripts on the same machine a token without a browser; a request that came through any proxy is refused. */
@RestController
@ConditionalOnBooleanProperty("dermarium.demo")
class DemoTokenController {

    private final DemoAccounts demo;
    private final ChangeAccount changeAccount;
    private final IssueToken issueToken;

    DemoTokenController(DemoAccounts demo, ChangeAccount changeAccount, IssueToken issueToken) {
        this.demo = demo;
        this.changeAccount = changeAccount;
        this.issueToken = issueToken;
    }

    @PostMapping("/oauth/demo-token")
    Map<String, String> token(@Valid @RequestBody Asked asked, HttpServletRequest request) {
        if (isForwarded(request)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Account account = demo.ensure(
                asked.email, named(asked.firstName, "Demo"), named(asked.lastName, "Person"), asked.isStaff());
        if (asked.staff != null) {
            account = changeAccount.change(account.id(), account.id(), new ChangeAccount.Change(asked.staff, null));
        }
        return Map.of("access_token", issueToken.forAccount(account));
    }

    private static String named(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }

    /** Looks below the filter that hides these headers. */
    private static boolean isForwarded(HttpServletRequest request) {
        ServletRequest raw = request;
        while (raw instanceof ServletRequestWrapper wrapper) {
            raw = wrapper.getRequest();
        }
        return Collections.list(((HttpServletRequest) raw).getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded-") || name.equals("forwarded"));
    }

    record Asked(
            @NotBlank @Email String email,
            @JsonProperty("first_name") @Nullable String firstName,
            @JsonProperty("last_name") @Nullable String lastName,
            @Nullable Boolean staff) {

        boolean isStaff() {
            return Boolean.TRUE.equals(staff);
        }
    }
}
