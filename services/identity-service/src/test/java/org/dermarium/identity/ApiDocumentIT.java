package org.dermarium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.dermarium.testkit.openapi.ApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class ApiDocumentIT extends RunningIdentity {

    @LocalServerPort
    int port;

    @Test
    void describesEachOperationByTheRulesOfOpenApi() {
        assertThat(ApiDocument.of(URI.create("http://127.0.0.1:" + port)).faults())
                .isEmpty();
    }
}
