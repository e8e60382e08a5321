package org.dermarium.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.dermarium.search.index.ElasticSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** Nothing listens where Elasticsearch should be. */
@Import(OutageIT.ElasticsearchAway.class)
class OutageIT extends SearchCase {

    /** The address of the shared servers is told in a way that wins over properties of a class. */
    @TestConfiguration
    static class ElasticsearchAway implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof ElasticSettings real
                    ? new ElasticSettings(
                            URI.create("http://127.0.0.1:9"),
                            real.requestTimeout(),
                            real.writeTimeout(),
                            real.refresh(),
                            real.follow(),
                            real.replicas())
                    : bean;
        }
    }

    @Autowired
    private ElasticSettings settings;

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
        assertThat(settings.url()).hasPort(9);
    }
}
