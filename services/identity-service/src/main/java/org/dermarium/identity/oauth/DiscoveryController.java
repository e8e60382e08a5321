package org.dermarium.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.dermarium.identity.token.OAuthSettings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells clients where everything is (OpenID Connect Discovery 1.0, RFC 8414). Ours, since the framework's document would
 * put the issuer's path before every address a second time.
 */
@RestController
class DiscoveryController {

    private final OAuthSettings settings;

    DiscoveryController(OAuthSettings settings) {
        this.settings = settings;
    }

    @GetMapping({"/oauth/.well-known/openid-configuration", "/oauth/.well-known/oauth-authorization-server"})
    Discovery discovery() {
        String base = settings.publicUrl();
        return new Discovery(
                settings.issuer(),
                base + OAuthConfig.AUTHORIZE + "/",
                base + OAuthConfig.TOKEN + "/",
                base + OAuthConfig.REVOKE + "/",
                base + OAuthConfig.KEYS,
                List.of("code"),
                List.of("authorization_code", "refresh_token", "client_credentials"),
                List.of("S256"),
                List.of("none", "client_secret_basic", "client_secret_post"),
                List.of("identity", "image:read", "image:write"),
                List.of("public"),
                List.of("RS256"));
    }

    record Discovery(
            String issuer,
            @JsonProperty("authorization_endpoint") String authorizationEndpoint,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("revocation_endpoint") String revocationEndpoint,
            @JsonProperty("jwks_uri") String keys,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("grant_types_supported") List<String> grantTypes,

            @JsonProperty("code_challenge_methods_supported")
            List<String> challengeMethods,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> clientAuthentication,

            @JsonProperty("scopes_supported") List<String> scopes,
            @JsonProperty("subject_types_supported") List<String> subjectTypes,

            @JsonProperty("id_token_signing_alg_values_supported")
            List<String> signingAlgorithms) {}
}
