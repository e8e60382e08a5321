package org.dermarium.blobs.s3;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the object storage is.
 *
 * @param endpoint as this service reaches it
 * @param publicUrl as browsers and clients reach it; a path is allowed
 * @param callTimeout limit of one call that moves no object bytes
 * @param partTimeout limit of sending one part of at most 64 MiB
 */
@ConfigurationProperties("dermarium.s3")
public record S3Settings(
        URI endpoint,
        String accessKey,
        String secretKey,
        @DefaultValue("dermarium-private") String privateBucket,
        @DefaultValue("dermarium-public") String publicBucket,
        URI publicUrl,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("60s") Duration partTimeout) {}
