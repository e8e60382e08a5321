package org.dermarium.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Nothing listens where Elasticsearch should be. */
@TestPropertySource(properties = "dermarium.elasticsearch.url=http://127.0.0.1:9")
class OutageIT extends SearchCase {

    @Override
    protected void awaitIndex() {
        // There will be none.
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/images/search/", "/api/v2/images/search/size/", "/api/v2/images/facets/"})
    void saysWhenToComeBack(String path) {
        for (int i = 0; i < 10; i++) {
            exchange(ANYBODY, path, Map.of("query", "sex:male"))
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "5");
        }
    }

    @Test
    void isAliveButNotReady() {
        http().get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        http().get().uri("/actuator/health/readiness").exchange().expectStatus().isEqualTo(503);
        assertThat(isolation()).isNotNull();
    }
}
