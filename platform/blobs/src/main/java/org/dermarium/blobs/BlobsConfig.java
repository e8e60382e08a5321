package org.dermarium.blobs;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;
import java.time.Clock;
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
    BlobStore blobStore(S3Settings settings, ObjectProvider<MeterRegistry> meters) {
        return s3(settings, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** The S3 store outside of Spring. */
    public static BlobStore s3(S3Settings settings, MeterRegistry meters) {
        var calls = new S3Calls(settings.callTimeout(), settings.partTimeout(), meters);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(calls.breakers()).bindTo(meters);
        MinioAsyncClient client = S3Connection.open(settings);
        return new S3Blobs(client, calls, new PresignedUrls(settings, Clock.systemUTC()));
    }
}
