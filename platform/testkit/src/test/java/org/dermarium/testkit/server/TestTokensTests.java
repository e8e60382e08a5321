package org.dermarium.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TestTokensTests {

    private final TestTokens tokens = TestTokens.shared();

    @Test
    void signsWithTheKeyItServes() throws Exception {
        assertThat(isGood(tokens.member(7, "ada@example.org"))).isTrue();
        assertThat(isGood(tokens.forged(7))).isFalse();
    }

    private boolean isGood(String token) throws Exception {
        String[] parts = token.split("\\.");
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(URI.create(tokens.jwks())).build(), BodyHandlers.ofString());
            var jwk = new JsonMapper().readTree(answer.body()).get("keys").get(0);
            var key = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(
                            number(jwk.get("n").asString()), number(jwk.get("e").asString())));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        }
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
