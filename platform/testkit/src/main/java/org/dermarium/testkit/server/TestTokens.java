package org.dermarium.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of access tokens for tests, with its public key on a loopback address, as identity issues them. */
public final class TestTokens {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ISSUER = "http://127.0.0.1:8000/oauth";

    private final KeyPair keys = newKeys();
    private final String jwks = serveKeys();

    /** One issuer a JVM. */
    public static TestTokens shared() {
        return Shared.TOKENS;
    }

    public String issuer() {
        return ISSUER;
    }

    /** Where resource servers fetch the key set. */
    public String jwks() {
        return jwks;
    }

    /** The token of an ordinary account. */
    public String member(long id, String email) {
        return token(claims(id, email, false));
    }

    public String staff(long id) {
        return token(claims(id, "staff" + id + "@example.org", true));
    }

    /** One that was good until a minute ago. */
    public String expired(long id, String email) {
        var claims = claims(id, email, false);
        claims.put("exp", Instant.now().minusSeconds(120).getEpochSecond());
        return token(claims);
    }

    /** One whose claims were changed after signing. */
    public String forged(long id) {
        String[] parts = member(id, "member" + id + "@example.org").split("\\.");
        return parts[0] + "." + encoded(claims(id, "staff@example.org", true)) + "." + parts[2];
    }

    /** Claims of a good token; change them and {@link #token sign}. */
    public Map<String, Object> claims(long id, String email, boolean staff) {
        Instant now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("sub", Long.toString(id));
        claims.put("email", email);
        claims.put("name", email.substring(0, email.indexOf('@')));
        claims.put("staff", staff);
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("client_id", "tests");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(Duration.ofHours(1)).getEpochSecond());
        return claims;
    }

    public String token(Map<String, Object> claims) {
        String text = encoded(Map.of("alg", "RS256", "typ", "JWT", "kid", "test")) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    private String serveKeys() {
        var key = (RSAPublicKey) keys.getPublic();
        byte[] answer = JSON.writeValueAsBytes(Map.of("keys", new Object[] {
            Map.of(
                    "kty", "RSA",
                    "use", "sig",
                    "alg", "RS256",
                    "kid", "test",
                    "n", unsigned(key.getModulus()),
                    "e", unsigned(key.getPublicExponent()))
        }));
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.setExecutor(command -> Thread.ofVirtual().start(command));
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Map<String, ?> json) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(json));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private static final class Shared {
        static final TestTokens TOKENS = new TestTokens();
    }
}
