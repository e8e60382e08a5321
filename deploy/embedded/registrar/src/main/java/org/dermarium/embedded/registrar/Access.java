package org.dermarium.embedded.registrar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one repository that has an account here.
 *
 * @param prefix the only prefix under which it may register
 */
public record Access(String user, String password, String prefix) {

    /** Whether the value of an {@code Authorization} header is this account's. */
    boolean admits(@Nullable String authorization) {
        String good =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return authorization != null
                && MessageDigest.isEqual(
                        good.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    boolean owns(String doi) {
        return doi.startsWith(prefix.toLowerCase(Locale.ROOT) + "/");
    }
}
