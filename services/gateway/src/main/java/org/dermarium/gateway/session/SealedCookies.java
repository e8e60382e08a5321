package org.dermarium.gateway.session;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.dermarium.grant.DerivedKeys;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cookies that only the gateway can read or make: encrypted and authenticated JSON (JWE, {@code dir} with A256GCM). The
 * cookie's name is part of what is authenticated, so that none passes for another.
 */
@Component
class SealedCookies {

    static final String SESSION = "dermarium_session";
    static final String SIGN_IN = "dermarium_sign_in";

    private static final Duration SESSION_LIFE = Duration.ofDays(30);
    private static final Duration SIGN_IN_LIFE = Duration.ofMinutes(10);

    private final SecretKey key;
    private final boolean secure;
    private final JsonMapper json;

    SealedCookies(SessionSettings settings, JsonMapper json) {
        this.key = new DerivedKeys(settings.secret()).key("session cookies");
        this.secure = settings.isSecure();
        this.json = json;
    }

    Optional<BrowserSession> session(ServerWebExchange exchange) {
        return open(exchange, SESSION, BrowserSession.class);
    }

    Optional<SignInAttempt> signIn(ServerWebExchange exchange) {
        return open(exchange, SIGN_IN, SignInAttempt.class);
    }

    void set(ServerWebExchange exchange, BrowserSession session) {
        exchange.getResponse().addCookie(cookie(SESSION, seal(SESSION, session), SESSION_LIFE, "/"));
    }

    void set(ServerWebExchange exchange, SignInAttempt attempt) {
        exchange.getResponse().addCookie(cookie(SIGN_IN, seal(SIGN_IN, attempt), SIGN_IN_LIFE, "/session"));
    }

    void clear(ServerWebExchange exchange, String name) {
        String path = name.equals(SIGN_IN) ? "/session" : "/";
        exchange.getResponse().addCookie(cookie(name, "", Duration.ZERO, path));
    }

    private ResponseCookie cookie(String name, String value, Duration life, String path) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path(path)
                .maxAge(life)
                .build();
    }

    private String seal(String name, Object content) {
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(name)
                .build();
        var sealed = new JWEObject(header, new Payload(json.writeValueAsString(content)));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal " + name, e);
        }
        return sealed.serialize();
    }

    private <T> Optional<T> open(ServerWebExchange exchange, String name, Class<T> type) {
        var cookie = exchange.getRequest().getCookies().getFirst(name);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            var sealed = JWEObject.parse(cookie.getValue());
            sealed.decrypt(new DirectDecrypter(key));
            return name.equals(sealed.getHeader().getKeyID())
                    ? Optional.of(json.readValue(sealed.getPayload().toBytes(), type))
                    : Optional.empty();
        } catch (ParseException | JOSEException | JacksonException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
