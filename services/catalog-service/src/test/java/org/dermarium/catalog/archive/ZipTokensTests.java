package org.dermarium.catalog.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dermarium.web.Caller;
import org.junit.jupiter.api.Test;

class ZipTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final ZipTokens tokens = at(NOW, "a secret");

    @Test
    void givesBackWhatItSigned() {
        var order = new ZipTokens.Order(new Caller.Member(7, "", "", true), "sex:male", "1,2");

        assertThat(tokens.read(tokens.sign(order))).hasValue(order);
        var nobody = new ZipTokens.Order(Caller.ANONYMOUS, null, null);
        assertThat(tokens.read(tokens.sign(nobody))).hasValue(nobody);
    }

    @Test
    void endsAfterADay() {
        String token = tokens.sign(new ZipTokens.Order(Caller.ANONYMOUS, null, null));

        assertThat(at(NOW.plus(Duration.ofHours(24)).minusSeconds(1), "a secret")
                        .read(token))
                .isPresent();
        assertThat(at(NOW.plus(Duration.ofHours(24)), "a secret").read(token)).isEmpty();
    }

    @Test
    void refusesWhatIsNotItsOwn() {
        String token = tokens.sign(new ZipTokens.Order(Caller.ANONYMOUS, "sex:male", null));

        assertThat(at(NOW, "another secret").read(token)).isEmpty();
        assertThat(tokens.read(null)).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("%.%")).isEmpty();
        assertThat(tokens.read(token.substring(1))).isEmpty();
    }

    private static ZipTokens at(Instant time, String secret) {
        return new ZipTokens(secret, Clock.fixed(time, ZoneOffset.UTC));
    }
}
