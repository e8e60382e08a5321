package org.dermarium.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs claims as {@code <Base64 of JSON>.<Base64 of HMAC-SHA256>}. The key is derived from the archive's secret for this
 * purpose alone, so that no other signed text can stand in.
 */
public final class UploadSigner {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;

    private final JsonMapper json = new JsonMapper();
    private final byte[] key;

    /** @param secret of the archive, the same in every service; at least 32 characters */
    public UploadSigner(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("dermarium.secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.key = hmac(secret.getBytes(UTF_8), "dermarium ingest upload".getBytes(UTF_8));
    }

    public String sign(UploadClaim claim) {
        byte[] text = json.writeValueAsBytes(claim);
        return encode(text) + "." + encode(hmac(key, text));
    }

    /** The claim, or empty when the text is not one that was signed here. Expiry is not looked at. */
    public Optional<UploadClaim> verify(String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(signature, hmac(key, text))
                    ? Optional.of(json.readValue(text, UploadClaim.class))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
