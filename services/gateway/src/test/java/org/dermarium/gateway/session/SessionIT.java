package org.dermarium.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.bus.EventType;
import org.dermarium.gateway.Upstream;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionIT extends SignedInBrowser {

    private static final String ME = "/api/v2/users/me/";

    @Test
    void sendsTheBrowserToSignInWithAChallenge() {
        var answer = send("GET", "/session/login?return=/gallery");

        assertThat(answer.statusCode()).isEqualTo(302);
        var query = query(answer);
        assertThat(location(answer).getPath()).isEqualTo("/oauth/authorize");
        assertThat(query.get("client_id")).isEqualTo("dermarium-web");
        assertThat(query.get("redirect_uri")).isEqualTo(PUBLIC_URL + "/session/callback");
        assertThat(query.get("code_challenge_method")).isEqualTo("S256");
        assertThat(query.get("code_challenge")).hasSize(43);
        assertThat(setCookie(answer, "dermarium_sign_in"))
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/session");
    }

    @Test
    void signsRequestsOfASignedInBrowser() {
        String token = token();
        var signedIn = signIn(token, 86_400, "/gallery?query=a%20b");

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).hasValue("/gallery?query=a%20b");
        String session = setCookie(signedIn, "dermarium_session");
        assertThat(session)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain(token, "refresh-1");
        var exchange = IDENTITY.last();
        assertThat(exchange.uri()).isEqualTo("/oauth/token/");
        assertThat(exchange.headers().get("Authorization")).startsWith("Basic ");

        send("GET", "/api/v2/images/search/", "Cookie", cookie(session));

        assertThat(SEARCH.last().headers().get("Authorization")).isEqualTo("Bearer " + token);
        assertThat(SEARCH.last().headers().contains("Cookie")).isFalse();
    }

    @Test
    void takesNoUnsafeRequestFromAnotherSite() {
        String session = cookie(setCookie(signIn(token(), 86_400, "/"), "dermarium_session"));

        var forged = send("POST", "/api/v2/collections/", "Cookie", session);
        var own = send("POST", "/api/v2/collections/", "Cookie", session, "X-Dermarium-CSRF", "1");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("X-Dermarium-CSRF");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(CATALOG.seen()).hasSize(1);
    }

    @Test
    void prefersTheClientsOwnBearer() {
        String session = cookie(setCookie(signIn(token(), 86_400, "/"), "dermarium_session"));

        send("POST", "/api/v2/collections/", "Cookie", session, "Authorization", "Bearer own");

        assertThat(CATALOG.last().headers().get("Authorization")).isEqualTo("Bearer own");
    }

    @Test
    void refreshesAnExpiredTokenUnseen() {
        String session = cookie(setCookie(signIn(token(), 1, "/"), "dermarium_session"));
        String fresh = token();
        identityIssues(fresh, 86_400);

        var answer = send("GET", "/api/v2/images/search/", "Cookie", session);

        assertThat(SEARCH.last().headers().get("Authorization")).isEqualTo("Bearer " + fresh);
        assertThat(setCookie(answer, "dermarium_session")).containsIgnoringCase("HttpOnly");
    }

    @Test
    void forgetsASessionThatCannotBeRefreshed() {
        String session = cookie(setCookie(signIn(token(), 1, "/"), "dermarium_session"));
        IDENTITY.behave(answer(400, "{\"error\":\"invalid_grant\"}"));

        var answer = send("GET", "/api/v2/images/search/", "Cookie", session);

        assertThat(SEARCH.last().headers().contains("Authorization")).isFalse();
        assertThat(setCookie(answer, "dermarium_session")).contains("Max-Age=0");
    }

    @Test
    void saysThatItCannotRefreshWhileIdentityIsAway() {
        String session = cookie(setCookie(signIn(token(), 1, "/"), "dermarium_session"));
        IDENTITY.behave(answer(500, "{}"));

        assertThat(send("GET", "/api/v2/images/search/", "Cookie", session).statusCode())
                .isEqualTo(503);
    }

    @Test
    void endsTheSessionEverywhereAtSignOut() {
        String session = cookie(setCookie(signIn(token(), 86_400, "/"), "dermarium_session"));
        IDENTITY.reset();

        assertThat(send("POST", "/session/logout", "Cookie", session).statusCode())
                .isEqualTo(403);
        var answer = send(
                "POST", "/session/logout", "Cookie", session + "; dermarium_accounts=abc", "X-Dermarium-CSRF", "1");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(setCookie(answer, "dermarium_session")).contains("Max-Age=0");
        assertThat(IDENTITY.seen())
                .extracting(Upstream.Seen::uri)
                .containsExactly("/oauth/revoke_token/", "/accounts/logout");
        send("GET", "/api/v2/images/search/", "Cookie", session);
        assertThat(SEARCH.last().headers().contains("Authorization"))
                .as("a stolen cookie")
                .isFalse();
    }

    @Test
    void dropsBearersThatWereRevoked() {
        String sid = UUID.randomUUID().toString();
        String bearer = "Bearer " + token(sid);
        send("GET", ME, "Authorization", bearer);
        assertThat(IDENTITY.last().headers().get("Authorization")).isEqualTo(bearer);

        ISOLATION.topics().publish(EventType.TOKEN_REVOKED, new TokenRevoked(sid, Instant.now()));

        Eventually.until("the revocation reaches the gateway", () -> {
            send("GET", ME, "Authorization", bearer);
            return !IDENTITY.last().headers().contains("Authorization");
        });
        String other = "Bearer " + token();
        send("GET", ME, "Authorization", other);
        assertThat(IDENTITY.last().headers().get("Authorization")).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({
        "//evil.example/x, /",
        "https://evil.example/, /",
        "/\\evil.example, /",
        "/images/ISIC_1, /images/ISIC_1"
    })
    void returnsOnlyToPagesOfItsOwn(String asked, String reached) {
        assertThat(signIn(token(), 86_400, asked).headers().firstValue("Location"))
                .hasValue(reached);
    }

    @Test
    void refusesACallbackThisBrowserDidNotBegin() {
        var login = send("GET", "/session/login");
        String cookie = cookie(setCookie(login, "dermarium_sign_in"));

        assertThat(send("GET", "/session/callback?code=abc&state=other", "Cookie", cookie)
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                "GET",
                                "/session/callback?code=abc&state="
                                        + query(login).get("state"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(IDENTITY.seen()).isEmpty();
    }

    @Test
    void ignoresCookiesItDidNotMake() {
        String session = cookie(setCookie(signIn(token(), 86_400, "/"), "dermarium_session"));
        String signIn = cookie(setCookie(send("GET", "/session/login"), "dermarium_sign_in"));

        for (String forged : new String[] {
            session.substring(0, session.length() - 4) + "AAAA",
            signIn.replace("dermarium_sign_in", "dermarium_session"),
            "dermarium_session=nonsense",
            "dermarium_session=a.b.c.d.e"
        }) {
            assertThat(send("GET", "/api/v2/images/search/", "Cookie", forged).statusCode())
                    .isEqualTo(200);
            assertThat(SEARCH.last().headers().contains("Authorization"))
                    .as(forged)
                    .isFalse();
        }
    }
}
