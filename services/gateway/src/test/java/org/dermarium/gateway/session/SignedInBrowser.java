package org.dermarium.gateway.session;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.dermarium.gateway.RunningGateway;
import org.dermarium.gateway.Upstream;
import org.dermarium.gateway.revocation.RevokedTokens;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The gateway before a browser that signs in, and before what identity would issue. */
abstract class SignedInBrowser extends RunningGateway {

    @Autowired
    protected RevokedTokens revoked;

    @BeforeEach
    void awaitRevocations() {
        Eventually.until("all revocations of before are read", revoked::isComplete);
    }

    /** The cookie of a browser that signed in with this access token. */
    String session(String accessToken) {
        String cookie = cookie(setCookie(signIn(accessToken, 86_400, "/"), "dermarium_session"));
        IDENTITY.reset();
        return cookie;
    }

    HttpResponse<String> signIn(String accessToken, int expiresIn, String returnTo) {
        var login = send("GET", "/session/login?return=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8));
        identityIssues(accessToken, expiresIn);
        return send(
                "GET",
                "/session/callback?code=abc&state=" + query(login).get("state"),
                "Cookie",
                cookie(setCookie(login, "dermarium_sign_in")));
    }

    static void identityIssues(String accessToken, int expiresIn) {
        IDENTITY.behave(answer(
                200,
                "{\"access_token\":\"%s\",\"refresh_token\":\"refresh-1\",\"expires_in\":%d,\"token_type\":\"Bearer\"}"
                        .formatted(accessToken, expiresIn)));
    }

    static Upstream.Behaviour answer(int status, String json) {
        return (request, response) -> request.receive()
                .then(response.status(status)
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(json))
                        .then());
    }

    static String token() {
        return token(UUID.randomUUID().toString());
    }

    static String token(String sid) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(("{\"sid\":\"" + sid + "\"}").getBytes(StandardCharsets.UTF_8))
                + "."
                + base64.encodeToString(new byte[256]);
    }

    static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    static Map<String, String> query(HttpResponse<String> answer) {
        var query = UriComponentsBuilder.fromUri(location(answer))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        query.replaceAll((name, value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
        return query;
    }

    static String setCookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    static String cookie(String setCookie) {
        return setCookie.substring(0, setCookie.indexOf(';'));
    }
}
