package org.dermarium.identity.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.dermarium.apidocs.NamePart;
import org.dermarium.apidocs.Refuses;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.dermarium.web.caller.SignedIn;
import org.dermarium.web.caller.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST contract's routes about accounts; its section 2.6, and users of 2.10. */
@RestController
@RequestMapping("/api/v2")
class AccountController {

    private static final int SUGGESTIONS = 10;
    private static final int SHORTEST_QUERY = 3;

    private final Accounts accounts;
    private final ChangeAccount changeAccount;

    AccountController(Accounts accounts, ChangeAccount changeAccount) {
        this.accounts = accounts;
        this.changeAccount = changeAccount;
    }

    @GetMapping("/users/me/")
    @Operation(operationId = "getMe", summary = "The caller's own account")
    AccountOut me(@SignedIn Account caller) {
        return AccountOut.of(caller);
    }

    @PutMapping("/users/accept-terms/")
    @Operation(operationId = "acceptTerms", summary = "Accept the terms of use; the first time counts")
    Map<String, Object> acceptTerms(@SignedIn Account caller) {
        accounts.acceptTerms(caller.id());
        return Map.of();
    }

    /** What is not sent stays. */
    record RightsIn(
            @JsonProperty("is_staff") @Nullable Boolean staff,
            @JsonProperty("is_active") @Nullable Boolean active) {}

    @GetMapping("/users/{id}/")
    @Operation(summary = "An account with its role, for staff")
    AccountOut.Rights account(@Staff Account staff, @PathVariable long id) {
        return AccountOut.Rights.of(accounts.find(id).orElseThrow(Refusal::notFound));
    }

    @PatchMapping("/users/{id}/")
    @Refuses(409)
    @Operation(
            summary = "Give or take the staff role, close or open an account; for staff",
            description = "Who loses a right is signed out everywhere. The last active staff account keeps its role.")
    AccountOut.Rights change(@Staff Account staff, @PathVariable long id, @RequestBody RightsIn in) {
        return AccountOut.Rights.of(
                changeAccount.change(staff.id(), id, new ChangeAccount.Change(in.staff, in.active)));
    }

    @GetMapping("/autocomplete/user/")
    @Operation(operationId = "findUsers", summary = "People by a part of their name or address")
    List<AccountOut.Suggestion> suggest(
            @Staff Account staff, @NamePart @RequestParam(required = false) @Nullable String query) {
        return accounts.matching(checked(query), SUGGESTIONS).stream()
                .map(AccountOut.Suggestion::of)
                .toList();
    }

    private static String checked(@Nullable String query) {
        List<Object> loc = List.of("query", "query");
        if (query == null) {
            throw Refusal.unprocessable(Problem.missing(loc));
        }
        if (query.length() < SHORTEST_QUERY) {
            throw Refusal.unprocessable(Problem.tooShort(loc, SHORTEST_QUERY));
        }
        return query;
    }
}
