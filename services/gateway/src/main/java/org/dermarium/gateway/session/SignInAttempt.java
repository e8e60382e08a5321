package org.dermarium.gateway.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A sign-in that is under way in one browser.
 *
 * @param state comes back with the code and proves that this browser asked for it
 * @param verifier the secret half of PKCE (RFC 7636)
 * @param returnTo the path to show afterwards
 */
record SignInAttempt(String state, String verifier, String returnTo) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

    static SignInAttempt begin(String returnTo) {
        return new SignInAttempt(random(), random(), localPath(returnTo));
    }

    String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return URL_SAFE.encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** A browser reads {@code //host} and {@code /\\host} as another site: only paths of our own are followed. */
    private static String localPath(String asked) {
        try {
            var target = new URI(asked.replace(" ", "%20"));
            boolean isOurs = target.getScheme() == null && target.getAuthority() == null && asked.startsWith("/");
            return isOurs ? target.toASCIIString() : "/";
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return URL_SAFE.encodeToString(bytes);
    }
}
