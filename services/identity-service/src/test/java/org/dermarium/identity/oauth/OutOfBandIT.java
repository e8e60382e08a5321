package org.dermarium.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.identity.CommandLine.claims;
import static org.dermarium.identity.CommandLine.codeFor;
import static org.dermarium.identity.CommandLine.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.bus.EventType;
import org.dermarium.identity.Browser;
import org.dermarium.identity.CommandLine;
import org.dermarium.identity.RunningIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The flow of the unchanged isic-cli. */
class OutOfBandIT extends RunningIdentity {

    @Test
    void signsTheCommandLineInWithACodeCarriedByHand() {
        commandLine.postJson("/oauth/demo-token/", "{\"email\": \"first-timer@example.org\"}");
        var login = browser.open(CommandLine.authorizeAddress(Map.of()));
        assertThat(login.uri().getPath()).isEqualTo("/accounts/login");
        var consent = browser.signIn("first-timer@example.org", PASSWORD);
        assertThat(consent.body()).contains("ISIC command line", "first-timer@example.org");
        var page = browser.submit(consent, "/oauth/authorize", Map.of());
        String code = CommandLine.shownCode(page);
        assertThat(page.body()).contains("<title>Success code=" + code + "</title>");

        var answer = commandLine.exchange(code, CommandLine.VERIFIER);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode token = json(answer);
        assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.path("scope").asString()).isEqualTo("identity");
        assertThat(token.path("expires_in").asInt()).isBetween(86_300, 86_400);
        assertThat(token.path("refresh_token").asString()).hasSizeGreaterThan(40);
        var me = json(commandLine.me(token.path("access_token").asString()));
        assertThat(me.path("email").asString()).isEqualTo("first-timer@example.org");
    }

    @Test
    void putsIntoTheTokenWhatServicesNeed() {
        var claims = claims(signedIn().path("access_token").asString());

        assertThat(claims.path("iss").asString()).isEqualTo("http://127.0.0.1:8000/oauth");
        assertThat(claims.path("sub").asString()).matches("\\d+");
        assertThat(claims.path("email").asString()).isEqualTo(CONTRIBUTOR);
        assertThat(claims.path("name").asString()).isEqualTo("Cleo Contributor");
        assertThat(claims.path("staff").asBoolean()).isFalse();
        assertThat(claims.path("sid").asString()).isNotBlank();
        assertThat(claims.path("client_id").asString()).isEqualTo(CommandLine.CLIENT_ID);
    }

    @Test
    void asksForConsentOnlyOnce() {
        codeFor(browser, CONTRIBUTOR, PASSWORD);

        var again = browser.open(CommandLine.authorizeAddress(Map.of()));

        assertThat(CommandLine.shownCode(again)).isNotBlank();
    }

    @Test
    void takesTheAddressWithATrailingSlashToo() {
        codeFor(browser, CONTRIBUTOR, PASSWORD);

        var page = browser.open(CommandLine.authorizeAddress(Map.of()).replace("authorize?", "authorize/?"));

        assertThat(CommandLine.shownCode(page)).isNotBlank();
    }

    @Test
    void showsAPageWhenConsentIsRefused() {
        String email = "refuser@example.org";
        commandLine.postJson("/oauth/demo-token/", "{\"email\": \"" + email + "\"}");
        browser.open(CommandLine.authorizeAddress(Map.of()));
        var consent = browser.signIn(email, PASSWORD);

        var answer = Browser.hiddenFields(consent);
        answer.remove("scope");
        var page = browser.post("/oauth/authorize", answer);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("access_denied");
    }

    @Test
    void refusesAWrongVerifierAndStillTakesTheRightOne() {
        String code = codeFor(browser, CONTRIBUTOR, PASSWORD);

        assertRefused(commandLine.exchange(code, "x".repeat(128)));
        assertThat(commandLine.exchange(code, CommandLine.VERIFIER).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnExpiredCode() {
        String code = codeFor(browser, CONTRIBUTOR, PASSWORD);
        database.update(
                "update oauth2_authorization set authorization_code_expires_at = now() - interval '1 second',"
                        + " authorization_code_issued_at = now() - interval '61 seconds'"
                        + " where authorization_code_value = ?",
                code);

        assertRefused(commandLine.exchange(code, CommandLine.VERIFIER));
    }

    @Test
    void givesCodesOneMinute() {
        String code = codeFor(browser, CONTRIBUTOR, PASSWORD);

        Integer seconds = database.queryForObject(
                "select extract(epoch from authorization_code_expires_at - authorization_code_issued_at)::int"
                        + " from oauth2_authorization where authorization_code_value = ?",
                Integer.class,
                code);

        assertThat(seconds).isEqualTo(60);
    }

    @Test
    void endsTheWholeGrantWhenACodeIsUsedTwice() {
        String code = codeFor(browser, CONTRIBUTOR, PASSWORD);
        JsonNode token = json(commandLine.exchange(code, CommandLine.VERIFIER));

        assertRefused(commandLine.exchange(code, CommandLine.VERIFIER));

        assertThat(commandLine.me(token.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertRefused(commandLine.refresh(token.path("refresh_token").asString()));
    }

    @Test
    void rotatesRefreshTokens() {
        JsonNode first = signedIn();
        String old = first.path("refresh_token").asString();

        var answer = commandLine.refresh(old);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode second = json(answer);
        assertThat(second.path("refresh_token").asString()).isNotEqualTo(old);
        assertThat(commandLine.me(second.path("access_token").asString()).statusCode())
                .isEqualTo(200);
        assertRefused(commandLine.refresh(old));
    }

    @Test
    void revokesTheAccessTokenWithItsRefreshTokenAndTellsTheServices() {
        JsonNode token = signedIn();
        String access = token.path("access_token").asString();

        var answer = commandLine.revoke(token.path("refresh_token").asString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(commandLine.me(access).statusCode()).isEqualTo(401);
        assertRefused(commandLine.refresh(token.path("refresh_token").asString()));
        String sid = claims(access).path("sid").asString();
        ISOLATION
                .topics()
                .awaitEvent(
                        EventType.TOKEN_REVOKED,
                        TokenRevoked.class,
                        revoked -> revoked.sid().equals(sid));
    }

    @Test
    void revokesTheRefreshTokenWithItsAccessToken() {
        JsonNode token = signedIn();

        commandLine.revoke(token.path("access_token").asString());

        assertRefused(commandLine.refresh(token.path("refresh_token").asString()));
    }

    @Test
    void answersTheRevocationOfAnUnknownTokenAsIfItWereDone() {
        assertThat(commandLine.revoke("never-issued").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, ''",
        "code_challenge_method, plain",
        "client_id, nobody",
        "redirect_uri, https://evil.example/",
        "response_type, token",
        "scope, everything"
    })
    void showsAPageForARequestItCannotGrant(String parameter, String value) {
        browser.signIn(CONTRIBUTOR, PASSWORD);

        var page = browser.open(CommandLine.authorizeAddress(Map.of(parameter, value)));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Access not granted");
    }

    @Test
    void refusesATokenOfAnotherSigner() {
        String access = signedIn().path("access_token").asString();
        String forged = access.substring(0, access.lastIndexOf('.') + 1) + "A".repeat(342);

        assertThat(commandLine.me(forged).statusCode()).isEqualTo(401);
        assertThat(commandLine.me("nonsense").body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
    }

    @Test
    void givesAProgramATokenThatIsNobody() {
        var answer = commandLine.post(
                "/oauth/token/",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "harvester",
                        "client_secret",
                        "harvester-secret"));

        assertThat(answer.statusCode()).isEqualTo(200);
        String access = json(answer).path("access_token").asString();
        assertThat(claims(access).has("email")).isFalse();
        assertThat(commandLine.me(access).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAProgramWithAWrongSecret() {
        var answer = commandLine.post(
                "/oauth/token/",
                Map.of("grant_type", "client_credentials", "client_id", "harvester", "client_secret", "guess"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void doesNotTakeAConfidentialClientAtItsWord() {
        var answer = commandLine.post(
                "/oauth/token/",
                Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "dermarium-web"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesNulBytesInsteadOfFailing() {
        assertThat(commandLine.refresh("a\0b").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesRefreshForAClosedAccount() {
        commandLine.postJson("/oauth/demo-token/", "{\"email\": \"leaver@example.org\"}");
        JsonNode token =
                json(commandLine.exchange(codeFor(browser, "leaver@example.org", PASSWORD), CommandLine.VERIFIER));
        database.update("update account set active = false where email = 'leaver@example.org'");

        assertRefused(commandLine.refresh(token.path("refresh_token").asString()));
        assertThat(commandLine.me(token.path("access_token").asString()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhereEverythingIs() {
        var document = json(commandLine.send("GET", "/oauth/.well-known/openid-configuration", ""));

        assertThat(document.path("issuer").asString()).isEqualTo("http://127.0.0.1:8000/oauth");
        assertThat(document.path("jwks_uri").asString()).isEqualTo("http://127.0.0.1:8000/oauth/jwks");
        var keys = json(commandLine.send("GET", "/oauth/jwks", "")).path("keys");
        assertThat(keys).hasSize(1);
        assertThat(keys.get(0).has("d")).as("private exponent").isFalse();
    }

    @Test
    void keepsThePrivateKeyEncrypted() {
        assertThat(database.queryForList("select encrypted from signing_key", String.class))
                .singleElement()
                .asString()
                .matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    private JsonNode signedIn() {
        return json(commandLine.exchange(codeFor(browser, CONTRIBUTOR, PASSWORD), CommandLine.VERIFIER));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asString()).isEqualTo("invalid_grant");
    }
}
