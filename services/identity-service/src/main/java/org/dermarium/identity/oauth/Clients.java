package org.dermarium.identity.oauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.grant.DerivedKeys;
import org.dermarium.identity.token.OAuthSettings;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens. */
final class Clients {

    static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";
    static final String DEFAULT_SCOPE = "identity";

    /** Built into every released isic-cli. */
    static final String COMMAND_LINE = "RpCzc4hFjv5gOJdM2DM2nBdokOviOh5ne63Tpn7Q";

    static final String WEB = "dermarium-web";

    private static final List<String> SCOPES = List.of(DEFAULT_SCOPE, "image:read", "image:write");

    private final OAuthSettings settings;
    private final PasswordEncoder secrets;

    Clients(OAuthSettings settings, PasswordEncoder secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    List<RegisteredClient> all() {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(commandLine());
        clients.add(web());
        settings.serviceClients().forEach(client -> clients.add(service(client)));
        return clients;
    }

    private static RegisteredClient commandLine() {
        return codeFlow(COMMAND_LINE, "ISIC command line")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri(OUT_OF_BAND)
                .clientSettings(asking(true))
                .tokenSettings(tokens(false))
                .build();
    }

    /** The gateway on behalf of a browser: our own, so it need not ask for consent. */
    private RegisteredClient web() {
        return codeFlow(WEB, "Dermarium")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSecret(secrets.encode(new DerivedKeys(settings.secret()).text("client secret of " + WEB)))
                .redirectUri(settings.publicUrl() + "/session/callback")
                .clientSettings(asking(false))
                .tokenSettings(tokens(true))
                .build();
    }

    private RegisteredClient service(OAuthSettings.ServiceClient client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.id())
                .clientSecret(secrets.encode(client.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(SCOPES))
                .tokenSettings(tokens(false))
                .build();
    }

    private static RegisteredClient.Builder codeFlow(String id, String name) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName(name)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scopes(scopes -> scopes.addAll(SCOPES));
    }

    private static ClientSettings asking(boolean consent) {
        return ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(consent)
                .build();
    }

    /**
     * Public clients get a new refresh token each time, as OAuth 2.1 asks. The web client proves itself by its secret and
     * keeps its own, so that a browser's parallel requests cannot sign each other out.
     */
    private static TokenSettings tokens(boolean reuseRefreshTokens) {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(Duration.ofSeconds(60))
                .accessTokenTimeToLive(Duration.ofDays(1))
                .refreshTokenTimeToLive(Duration.ofDays(30))
                .reuseRefreshTokens(reuseRefreshTokens)
                .build();
    }
}
