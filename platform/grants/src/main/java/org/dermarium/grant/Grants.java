package org.dermarium.grant;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.dermarium.grant.Grant.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Signs grants and reads them again. They are JWTs, and the gateway refuses those whose {@value #SID} was revoked, as it
 * does with access tokens. The same grant is the same text, so that addresses can be cached.
 */
public final class Grants {

    /** The claim that names the authorization, in grants and in access tokens. */
    public static final String SID = "sid";

    private static final String USER = "uid";

    private final SignedTexts texts;
    private final Clock clock;

    public Grants(DerivedKeys keys, Clock clock) {
        this.texts = new SignedTexts(keys.key("grants"));
        this.clock = clock;
    }

    public String sign(Grant grant) {
        var claims = new JWTClaimsSet.Builder()
                .audience(grant.purpose())
                .subject(grant.subject())
                .expirationTime(Date.from(grant.until()));
        Holder holder = grant.holder();
        if (holder != null) {
            claims.claim(USER, holder.user()).claim(SID, holder.sid());
        }
        return texts.sign(claims.build().toString());
    }

    /** Empty for a text that is missing, forged, expired or of another purpose. */
    public Optional<Grant> read(String purpose, @Nullable String text) {
        return texts.read(text)
                .map(Grants::grant)
                .filter(grant -> grant.purpose().equals(purpose))
                .filter(grant -> clock.instant().isBefore(grant.until()));
    }

    /** The authorization that a grant or an access token belongs to, unverified; null when it names none or is no JWT. */
    public static @Nullable String sid(String text) {
        try {
            return JWTParser.parse(text).getJWTClaimsSet().getStringClaim(SID);
        } catch (ParseException e) {
            return null;
        }
    }

    private static Grant grant(String claims) {
        try {
            JWTClaimsSet set = JWTClaimsSet.parse(claims);
            Long user = set.getLongClaim(USER);
            return new Grant(
                    set.getAudience().getFirst(),
                    set.getSubject(),
                    user == null ? null : new Holder(user, set.getStringClaim(SID)),
                    Objects.requireNonNull(set.getExpirationTime()).toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("signed here and yet unreadable", e);
        }
    }
}
