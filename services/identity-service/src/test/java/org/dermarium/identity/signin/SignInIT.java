package org.dermarium.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.dermarium.events.User;
import org.dermarium.events.bus.EventType;
import org.dermarium.identity.CommandLine;
import org.dermarium.identity.RunningIdentity;
import org.junit.jupiter.api.Test;

class SignInIT extends RunningIdentity {

    private static final String NEW_PASSWORD = "quiet river stone";

    @Test
    void registersAPersonAndTellsTheServices() {
        var page = register("newcomer@example.org", NEW_PASSWORD);

        assertThat(page.uri().getPath()).isEqualTo("/accounts/login");
        assertThat(browser.signIn("Newcomer@Example.org", NEW_PASSWORD).uri().getPath())
                .isEqualTo("/");
        var user = ISOLATION
                .topics()
                .awaitEvent(
                        EventType.USER_REGISTERED, User.class, u -> u.email().equals("newcomer@example.org"))
                .state();
        assertThat(user.firstName()).isEqualTo("Nina");
        assertThat(user.staff()).isFalse();
    }

    @Test
    void saysTheSameWhetherOrNotAnAddressIsTaken() {
        var fresh = register("fresh@example.org", NEW_PASSWORD);
        var taken = register("fresh@example.org", "another good pass phrase");

        assertThat(taken.uri()).isEqualTo(fresh.uri());
        assertThat(taken.statusCode()).isEqualTo(fresh.statusCode());
        assertThat(browser.signIn("fresh@example.org", "another good pass phrase")
                        .uri()
                        .getQuery())
                .isEqualTo("error");
    }

    @Test
    void namesEachFieldThatIsWrong() {
        var page = register("nonsense", "short");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("This does not look like an e-mail address.", "Use at least 10 characters.")
                .contains("aria-invalid=\"true\"")
                .doesNotContain("short");
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownAccount() {
        var wrong = browser.signIn(CONTRIBUTOR, "wrong");
        var unknown = browser.signIn("nobody@example.org", "wrong");

        assertThat(wrong.uri().getQuery()).isEqualTo("error");
        assertThat(unknown.uri()).isEqualTo(wrong.uri());
        assertThat(unknown.body()).contains("E-mail and password do not match.");
    }

    @Test
    void stopsGuessingAtOneAccountEvenWithTheRightPassword() {
        for (int i = 0; i < FailedSignIns.PER_PAIR; i++) {
            browser.signIn(CONTRIBUTOR, "guess " + i);
        }

        assertThat(browser.signIn(CONTRIBUTOR, PASSWORD).uri().getQuery()).isEqualTo("wait");
        assertThat(browser.signIn("researcher@example.org", PASSWORD).uri().getPath())
                .isEqualTo("/");
    }

    @Test
    void forgivesFailuresAfterAWhile() {
        for (int i = 0; i < FailedSignIns.PER_PAIR; i++) {
            browser.signIn(CONTRIBUTOR, "guess " + i);
        }
        database.update("update failed_sign_in set failed_at = failed_at - interval '16 minutes'");

        assertThat(browser.signIn(CONTRIBUTOR, PASSWORD).uri().getPath()).isEqualTo("/");
    }

    @Test
    void givesANewSessionIdAtSignIn() {
        browser.open("/accounts/login");
        String before = browser.cookie("dermarium_accounts");

        browser.signIn(CONTRIBUTOR, PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("dermarium_accounts")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var page = browser.post("/accounts/login", Map.of("email", CONTRIBUTOR, "password", PASSWORD));

        assertThat(page.statusCode()).isEqualTo(403);
    }

    @Test
    void asksForThePasswordAgainAfterSigningOut() {
        browser.signIn(CONTRIBUTOR, PASSWORD);
        browser.submit("/accounts/logout", "/accounts/logout", Map.of());

        assertThat(browser.open(CommandLine.authorizeAddress(Map.of())).uri().getPath())
                .isEqualTo("/accounts/login");
    }

    @Test
    void storesNoPasswordInClear() {
        register("careful@example.org", NEW_PASSWORD);

        assertThat(database.queryForObject(
                        "select password_hash from account where email = 'careful@example.org'", String.class))
                .startsWith("{bcrypt}");
    }

    private HttpResponse<String> register(String email, String password) {
        return browser.submit(
                "/accounts/register",
                "/accounts/register",
                Map.of("email", email, "firstName", "Nina", "lastName", "Newcomer", "password", password));
    }
}
