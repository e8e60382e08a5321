package org.dermarium.grant;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** Keys for single purposes, derived from the installation's one secret by HKDF-SHA256 (RFC 5869). */
public final class DerivedKeys {

    /** Characters of a secret, at least. */
    public static final int SHORTEST = 32;

    private static final int KEY_BYTES = 32;

    private final String secret;

    /** @throws IllegalArgumentException when the secret is too short to protect anything */
    public DerivedKeys(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "dermarium.secret (DERMARIUM_SECRET) must have at least " + SHORTEST + " characters");
        }
        this.secret = secret;
    }

    /** The key for this purpose alone, of 256 bits. */
    public SecretKey key(String purpose) {
        var derivation = HKDFParameterSpec.ofExtract()
                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK from 25 on", e);
        }
    }

    /** {@link #key} in hexadecimal, for where a text is wanted. */
    public String text(String purpose) {
        return HexFormat.of().formatHex(key(purpose).getEncoded());
    }
}
