package org.dermarium.grant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Signs texts for one purpose, as compact JWS. The same text and key give the same result. */
public final class SignedTexts {

    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final JWSSigner signer;
    private final JWSVerifier verifier;

    /** @param key of the purpose alone, so that no text signed for another can stand in */
    public SignedTexts(SecretKey key) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("a derived key is long enough", e);
        }
    }

    /** Safe in a path and in a query. */
    public String sign(String text) {
        var signed = new JWSObject(HEADER, new Payload(text));
        try {
            signed.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
        return signed.serialize();
    }

    /** The text, or empty when it was not signed here. */
    public Optional<String> read(@Nullable String signed) {
        if (signed == null) {
            return Optional.empty();
        }
        try {
            var parsed = JWSObject.parse(signed);
            return HEADER.getAlgorithm().equals(parsed.getHeader().getAlgorithm()) && parsed.verify(verifier)
                    ? Optional.of(parsed.getPayload().toString())
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
