package org.dermarium.gateway.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.dermarium.gateway.routing.ServiceClients;
import org.dermarium.grant.DerivedKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Speaks to the identity service as the confidential client {@value #CLIENT_ID}. */
@Component
class IdentityClient {

    static final String CLIENT_ID = "dermarium-web";
    private static final String ACCOUNTS_COOKIE = "dermarium_accounts";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebClient identity;
    private final String callback;

    IdentityClient(ServiceClients services, SessionSettings settings) {
        String secret = new DerivedKeys(settings.secret()).text("client secret of " + CLIENT_ID);
        this.callback = settings.publicUrl() + "/session/callback";
        this.identity = services.of("identity")
                .defaultHeaders(headers -> headers.setBasicAuth(CLIENT_ID, secret))
                .build();
    }

    String callback() {
        return callback;
    }

    /** The session that a code is worth; empty when the code is not (any longer) good. */
    Mono<BrowserSession> exchange(String code, String verifier) {
        var form = form("authorization_code");
        form.add("code", code);
        form.add("code_verifier", verifier);
        form.add("redirect_uri", callback);
        return tokens(form, "");
    }

    /** A session with a new access token; empty when the sign-in has ended. */
    Mono<BrowserSession> refresh(BrowserSession session) {
        var form = form("refresh_token");
        form.add("refresh_token", session.refreshToken());
        return tokens(form, session.refreshToken());
    }

    Mono<Void> revoke(BrowserSession session) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", session.refreshToken());
        return post("/oauth/revoke_token/", form)
                .retrieve()
                .toBodilessEntity()
                .timeout(TIMEOUT)
                .then();
    }

    /** Ends the sign-in at the identity service itself, so that the next one asks for the password again. */
    Mono<Void> endSignIn(@Nullable String accountsCookie) {
        if (accountsCookie == null) {
            return Mono.empty();
        }
        return identity.post()
                .uri("/accounts/logout")
                .headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION))
                .cookie(ACCOUNTS_COOKIE, accountsCookie)
                .retrieve()
                .toBodilessEntity()
                .timeout(TIMEOUT)
                .then();
    }

    private Mono<BrowserSession> tokens(MultiValueMap<String, String> form, String refreshToken) {
        return post("/oauth/token/", form)
                .retrieve()
                .bodyToMono(Tokens.class)
                .timeout(TIMEOUT)
                .map(tokens -> tokens.session(refreshToken))
                .onErrorResume(IdentityClient::isRefusal, refused -> Mono.empty());
    }

    private WebClient.RequestHeadersSpec<?> post(String path, MultiValueMap<String, String> form) {
        return identity.post().uri(path).body(BodyInserters.fromFormData(form));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof WebClientResponseException answer
                && answer.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST);
    }

    private static MultiValueMap<String, String> form(String grantType) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", grantType);
        return form;
    }

    private record Tokens(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") @Nullable String refreshToken,
            @JsonProperty("expires_in") long expiresIn) {

        BrowserSession session(String refreshTokenSoFar) {
            return new BrowserSession(
                    accessToken,
                    refreshToken == null ? refreshTokenSoFar : refreshToken,
                    Instant.now().plusSeconds(expiresIn));
        }
    }
}
