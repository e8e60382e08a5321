package org.dermarium.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.dermarium.identity.RunningIdentity;
import org.dermarium.testkit.Isolation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SigningKeysIT extends RunningIdentity {

    @Autowired
    private JdbcSigningKeys running;

    @Autowired
    private JdbcClient client;

    @Test
    void signsWithTheSameKeyAfterARestart() {
        assertThat(restarted(Isolation.SECRET).current()).isEqualTo(running.current());
    }

    @Test
    void saysWhyItCannotReadAKeyOfAnotherInstallation() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        restarted("another secret of more than 32 characters").current())
                .withMessageContaining("another DERMARIUM_SECRET");
    }

    private JdbcSigningKeys restarted(String secret) {
        return new JdbcSigningKeys(client, new OAuthSettings("http://127.0.0.1:8000", "issuer", secret, List.of()));
    }
}
