package org.dermarium.catalog.archive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dermarium.web.Caller;
import org.dermarium.web.Caller.Member;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed texts that let their bearer download, for one day, what a query finds with the rights of whoever asked for them.
 * The query is run when they are used, so that what was withdrawn or un-shared meanwhile stays home.
 */
final class ZipTokens {

    static final Duration LIFE = Duration.ofDays(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;

    ZipTokens(String secret, Clock clock) {
        this.key = new SecretKeySpec(("zip-download\n" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** What somebody may download. */
    record Order(
            Caller caller, @Nullable String query, @Nullable String collections) {}

    /** @param until seconds since 1970 */
    private record Claims(
            @Nullable Long user,
            boolean staff,
            @Nullable String query,
            @Nullable String collections,
            long until) {}

    String sign(Order order) {
        Long user = order.caller instanceof Member member ? member.id() : null;
        long until = clock.instant().plus(LIFE).getEpochSecond();
        var claims = new Claims(user, order.caller.isStaff(), order.query, order.collections, until);
        String text = ENCODER.encodeToString(JSON.writeValueAsBytes(claims));
        return text + "." + ENCODER.encodeToString(mac(text));
    }

    /** Empty for a token that is missing, forged or expired. */
    Optional<Order> read(@Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(signature, mac(parts[0]))
                    ? Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(parts[0]), Claims.class))
                            .filter(claims -> clock.instant().getEpochSecond() < claims.until)
                            .map(ZipTokens::order)
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Order order(Claims claims) {
        Long user = claims.user;
        Caller caller = user == null ? Caller.ANONYMOUS : new Member(user, "", "", claims.staff);
        return new Order(caller, claims.query, claims.collections);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
