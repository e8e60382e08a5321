package org.dermarium.gateway.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.dermarium.gateway.revocation.RevokedTokens;
import org.dermarium.grant.Grants;
import org.dermarium.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Signs browsers in and out. */
@RestController
class SessionController {

    private static final Logger log = LoggerFactory.getLogger(SessionController.class);

    private final SealedCookies cookies;
    private final IdentityClient identity;
    private final RevokedTokens revoked;
    private final Pages pages;

    SessionController(SealedCookies cookies, IdentityClient identity, RevokedTokens revoked, Pages pages) {
        this.cookies = cookies;
        this.identity = identity;
        this.revoked = revoked;
        this.pages = pages;
    }

    @GetMapping("/session/login")
    ResponseEntity<Void> login(
            @RequestParam(name = "return", defaultValue = "/") String returnTo, ServerWebExchange exchange) {
        var attempt = SignInAttempt.begin(returnTo);
        cookies.set(exchange, attempt);
        URI authorize = UriComponentsBuilder.fromPath("/oauth/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", IdentityClient.CLIENT_ID)
                .queryParam("redirect_uri", "{callback}")
                .queryParam("scope", "identity")
                .queryParam("state", attempt.state())
                .queryParam("code_challenge", attempt.challenge())
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(identity.callback())
                .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(authorize).build();
    }

    @GetMapping("/session/callback")
    Mono<ResponseEntity<String>> callback(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            ServerWebExchange exchange) {
        var attempt = cookies.signIn(exchange);
        cookies.clear(exchange, SealedCookies.SIGN_IN);
        if (attempt.isEmpty() || code.isEmpty() || !isSame(attempt.get().state(), state)) {
            return Mono.just(failed());
        }
        return identity.exchange(code, attempt.get().verifier())
                .map(session -> {
                    cookies.set(exchange, session);
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .header("Location", attempt.get().returnTo())
                            .<String>build();
                })
                .switchIfEmpty(Mono.fromSupplier(this::failed));
    }

    /** What cannot be ended at the identity service now still ends here: the browser forgets its session. */
    @PostMapping("/session/logout")
    Mono<ResponseEntity<Map<String, String>>> logout(ServerWebExchange exchange) {
        var session = cookies.session(exchange);
        if (session.isPresent() && SessionFilter.isForgeable(exchange)) {
            return Mono.just(
                    ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("error", SessionFilter.FORGEABLE)));
        }
        var ended = session.map(signedIn -> {
                    String sid = Grants.sid(signedIn.accessToken());
                    if (sid != null) {
                        revoked.revoke(sid);
                    }
                    return identity.revoke(signedIn);
                })
                .orElse(Mono.empty());
        cookies.clear(exchange, SealedCookies.SESSION);
        return ended.onErrorResume(SessionController::note)
                .then(Mono.defer(() -> identity.endSignIn(accountsCookie(exchange))))
                .onErrorResume(SessionController::note)
                .thenReturn(ResponseEntity.noContent().build());
    }

    private static @Nullable String accountsCookie(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst("dermarium_accounts");
        return cookie == null ? null : cookie.getValue();
    }

    private static Mono<Void> note(Throwable failure) {
        log.warn("Sign-out did not reach the identity service: {}", failure.toString());
        return Mono.empty();
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<String> failed() {
        return ResponseEntity.badRequest()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(pages.render("session/failed"));
    }
}
