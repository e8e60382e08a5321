package org.dermarium.catalog.archive;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The signer of download addresses. */
@Configuration(proxyBeanMethods = false)
class ZipConfig {

    private static final int SHORTEST_SECRET = 32;

    @Bean
    ZipTokens zipTokens(@Value("${dermarium.secret}") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("DERMARIUM_SECRET must have at least " + SHORTEST_SECRET + " characters");
        }
        return new ZipTokens(secret, Clock.systemUTC());
    }
}
