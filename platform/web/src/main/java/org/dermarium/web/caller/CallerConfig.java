package org.dermarium.web.caller;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Gives a WebFlux service its callers. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(CallerClaims.class)
public class CallerConfig {

    @Bean
    CallerFilter callerFilter(ReactiveJwtDecoder decoder, CallerClaims claims) {
        return new CallerFilter(decoder, claims);
    }

    /** Keys are fetched at the first token, so that a service starts without its identity provider. */
    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(
            @Value("${dermarium.jwks}") String jwks, @Value("${dermarium.issuer}") String issuer) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(jwks).build();
        var validator = JwtValidators.createDefaultWithIssuer(issuer);
        decoder.setJwtValidator(validator);
        return new RememberedTokens(decoder, validator);
    }
}
