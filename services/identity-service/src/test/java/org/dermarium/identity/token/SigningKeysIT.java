package org.dermarium.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import org.dermarium.identity.RunningIdentity;
import org.dermarium.testkit.server.Isolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysIT extends RunningIdentity {

    @Autowired
    private SigningKeys running;

    @Autowired
    private JdbcClient client;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void signsWithTheSameKeyAfterARestart() {
        assertThat(keyAfterRestart(Isolation.SECRET)).isEqualTo(running.current());
    }

    @Test
    void saysWhyItCannotReadAKeyOfAnotherInstallation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keyAfterRestart("another secret of more than 32 characters"))
                .withMessageContaining("another DERMARIUM_SECRET");
    }

    private RSAKey keyAfterRestart(String secret) {
        var settings = new OAuthSettings("http://127.0.0.1:8000", "issuer", secret, List.of());
        return transactions.execute(status -> new SigningKeys(client, settings).current());
    }
}
