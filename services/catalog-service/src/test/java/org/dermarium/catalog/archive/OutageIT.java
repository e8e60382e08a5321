package org.dermarium.catalog.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.dermarium.blobs.BlobStore;
import org.dermarium.blobs.s3.BlobsConfig;
import org.dermarium.blobs.s3.S3Settings;
import org.dermarium.catalog.CatalogCase;
import org.dermarium.events.Image;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Nothing listens where object storage should be. */
@Import(OutageIT.StorageAway.class)
class OutageIT extends CatalogCase {

    @TestConfiguration
    static class StorageAway {

        @Bean
        BlobStore deadStore(S3Settings real, CircuitBreakerRegistry breakers, MeterRegistry meters) {
            var dead = new S3Settings(
                    URI.create("http://127.0.0.1:9"),
                    real.accessKey(),
                    real.secretKey(),
                    real.privateBucket(),
                    real.publicBucket(),
                    real.publicUrl(),
                    real.region(),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2));
            return BlobsConfig.s3(dead, breakers, meters);
        }
    }

    @Test
    void saysWhenToComeBackAndAnswersWhatNeedsNoStorage() {
        Image image = image().published().lesion("IL_1000008").build();
        published(image);
        String url = post(ANYBODY, "/api/v2/zip-download/url/", Map.of("query", "lesion_id:IL_1000008"))
                .asString();

        send(HttpMethod.GET, ANYBODY, url.substring(url.indexOf("/download")), null)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5");
        assertThat(status(ANYBODY, "/api/v2/images/" + image.isicId() + "/")).isEqualTo(200);
        assertThat(status(ANYBODY, "/api/v2/images/metadata/?query=lesion_id:IL_1000008"))
                .isEqualTo(200);
        assertThat(status(ANYBODY, "/actuator/health/readiness")).isEqualTo(200);
    }
}
