package org.dermarium.blobs.s3;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.dermarium.blobs.BlobStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service its {@link BlobStore} from {@code dermarium.s3.*}. */
@AutoConfiguration
@EnableConfigurationProperties(S3Settings.class)
public class BlobsConfig {

    @Bean
    @ConditionalOnMissingBean
    BlobStore blobStore(S3Settings settings, CircuitBreakerRegistry breakers, ObjectProvider<MeterRegistry> meters) {
        return s3(settings, breakers, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** The S3 store outside of Spring, with a breaker that opens late. */
    public static BlobStore s3(S3Settings settings) {
        return s3(settings, CircuitBreakerRegistry.ofDefaults(), new SimpleMeterRegistry());
    }

    /** The S3 store with a service's breakers. */
    public static BlobStore s3(S3Settings settings, CircuitBreakerRegistry breakers, MeterRegistry meters) {
        var calls = new S3Calls(settings, breakers, meters);
        return new S3Blobs(S3Connection.open(settings), calls, new PresignedUrls(settings, Clock.systemUTC()));
    }
}
