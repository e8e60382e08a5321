package org.dermarium.identity.token;

import java.util.List;
import org.dermarium.grant.DerivedKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the authorization server needs to know.
 *
 * @param publicUrl where browsers and clients see the archive, without a trailing slash
 * @param issuer the {@code iss} of all tokens
 * @param secret at least {@value DerivedKeys#SHORTEST} characters, the same after every restart
 * @param serviceClients programs that get tokens for themselves, by client credentials
 */
@ConfigurationProperties("dermarium")
public record OAuthSettings(
        String publicUrl,
        String issuer,
        String secret,
        @DefaultValue List<ServiceClient> serviceClients) {

    /** A program with a name and a secret of its own. */
    public record ServiceClient(String id, String secret) {}
}
