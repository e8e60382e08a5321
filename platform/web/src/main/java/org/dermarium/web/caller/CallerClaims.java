package org.dermarium.web.caller;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which claims of an access token say who somebody is, so that any OpenID Connect issuer can be trusted.
 *
 * @param userId a decimal number
 */
@ConfigurationProperties("dermarium.claims")
public record CallerClaims(
        @DefaultValue("sub") String userId,
        @DefaultValue("email") String email,
        @DefaultValue("name") String name,
        @DefaultValue("staff") String staff) {}
