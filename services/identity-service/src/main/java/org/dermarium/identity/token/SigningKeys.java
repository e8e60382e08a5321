package org.dermarium.identity.token;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import javax.crypto.SecretKey;
import org.dermarium.grant.DerivedKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The RSA key that signs tokens. Made at the first start and kept in the database, encrypted, so that tokens outlive
 * restarts and a stolen database signs nothing.
 */
@Repository
class SigningKeys {

    private static final int BITS = 2048;

    private final JdbcClient db;
    private final SecretKey wrapping;

    SigningKeys(JdbcClient db, OAuthSettings settings) {
        this.db = db;
        this.wrapping = new DerivedKeys(settings.secret()).key("signing keys at rest");
    }

    /** @throws IllegalStateException when the stored key was encrypted under another secret */
    @Transactional
    RSAKey current() {
        // Two instances starting at once must agree on one key.
        db.sql("lock table signing_key in exclusive mode").update();
        return db.sql("select encrypted from signing_key order by created_at desc limit 1")
                .query(String.class)
                .optional()
                .map(this::opened)
                .orElseGet(this::made);
    }

    private RSAKey made() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            var sealed = new JWEObject(
                    new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(key.toJSONString()));
            sealed.encrypt(new DirectEncrypter(wrapping));
            db.sql("insert into signing_key(id, encrypted) values (:id, :encrypted)")
                    .param("id", key.getKeyID())
                    .param("encrypted", sealed.serialize())
                    .update();
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a signing key", e);
        }
    }

    private RSAKey opened(String encrypted) {
        try {
            var sealed = JWEObject.parse(encrypted);
            sealed.decrypt(new DirectDecrypter(wrapping));
            return RSAKey.parse(sealed.getPayload().toString());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(
                    "the signing key in the database was stored under another DERMARIUM_SECRET", e);
        }
    }
}
