package org.dermarium.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import reactor.core.publisher.Mono;

class RememberedTokensTests {

    private final AtomicInteger checked = new AtomicInteger();

    @Test
    void checksASignatureOnce() {
        RememberedTokens tokens = tokens(Instant.now().plusSeconds(600));
        assertThat(tokens.decode("one").block()).isSameAs(tokens.decode("one").block());
        assertThat(checked).hasValue(1);
    }

    @Test
    void asksAgainForATokenThatHasExpired() {
        RememberedTokens tokens = tokens(Instant.now().minusSeconds(600));
        tokens.decode("one").block();
        tokens.decode("one").block();
        assertThat(checked).hasValue(2);
    }

    private RememberedTokens tokens(Instant expires) {
        return new RememberedTokens(
                token -> {
                    checked.incrementAndGet();
                    return Mono.just(Jwt.withTokenValue(token)
                            .header("alg", "none")
                            .issuedAt(expires.minusSeconds(60))
                            .expiresAt(expires)
                            .build());
                },
                new JwtTimestampValidator());
    }
}
