package org.dermarium.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.dermarium.grant.Grant.Holder;
import org.junit.jupiter.api.Test;

class GrantsTests {

    private static final String SECRET = "a secret of thirty-two characters";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Grant GRANT =
            new Grant("image", "ISIC_0000001", new Holder(7, "b0f1"), NOW.plus(Duration.ofDays(1)));

    private final Grants grants = at(NOW, SECRET);

    @Test
    void readsWhatItSigned() {
        var nobodys = new Grant("zip", "all", null, GRANT.until());
        var withoutSid = new Grant("zip", "all", new Holder(7, null), GRANT.until());

        assertThat(grants.read("image", grants.sign(GRANT))).contains(GRANT);
        assertThat(grants.read("zip", grants.sign(nobodys))).contains(nobodys);
        assertThat(grants.read("zip", grants.sign(withoutSid))).contains(withoutSid);
    }

    @Test
    void signsTheSameGrantAlike() {
        assertThat(grants.sign(GRANT)).isEqualTo(at(NOW.plusSeconds(60), SECRET).sign(GRANT));
    }

    @Test
    void endsToTheSecond() {
        String text = grants.sign(GRANT);

        assertThat(at(GRANT.until().minusMillis(1), SECRET).read("image", text)).isPresent();
        assertThat(at(GRANT.until(), SECRET).read("image", text)).isEmpty();
    }

    @Test
    void isGoodForItsPurposeAlone() {
        assertThat(grants.read("thumbnail", grants.sign(GRANT))).isEmpty();
    }

    @Test
    void takesNoTextOfSomebodyElse() {
        String text = grants.sign(GRANT);
        String[] parts = text.split("\\.");
        String other = at(NOW, SECRET + "!").sign(GRANT);

        assertThat(grants.read("image", null)).isEmpty();
        assertThat(grants.read("image", "")).isEmpty();
        assertThat(grants.read("image", "a.b.c")).isEmpty();
        assertThat(grants.read("image", other)).isEmpty();
        assertThat(grants.read("image", parts[0] + "." + other.split("\\.")[1] + "x." + parts[2]))
                .isEmpty();
        assertThat(grants.read("image", "eyJhbGciOiJub25lIn0." + parts[1] + "."))
                .isEmpty();
        assertThat(grants.read("image", text.substring(0, text.length() - 2))).isEmpty();
    }

    @Test
    void tellsTheAuthorizationToWhoHasNoKey() {
        assertThat(Grants.sid(grants.sign(GRANT))).isEqualTo("b0f1");
        assertThat(Grants.sid("nonsense")).isNull();
    }

    @Test
    void refusesASecretThatProtectsNothing() {
        assertThatThrownBy(() -> new DerivedKeys("short")).hasMessageContaining("DERMARIUM_SECRET");
    }

    private static Grants at(Instant time, String secret) {
        return new Grants(new DerivedKeys(secret), Clock.fixed(time, ZoneOffset.UTC));
    }
}
