package org.dermarium.blobs.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * URLs signed with AWS Signature Version 4 in the query. Made here and not by the S3 client, whose URLs carry the second
 * of their making and so differ from call to call: these are dated to the start of the UTC day. They are signed for the
 * real endpoint; clients get them with the public address in front, and whoever answers there must pass on the
 * endpoint's own Host.
 */
final class PresignedUrls {

    /** The longest life the protocol allows. */
    static final Duration LONGEST = Duration.ofDays(7);

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final S3Settings settings;
    private final AwsCredentialsIdentity identity;
    private final Clock clock;

    PresignedUrls(S3Settings settings, Clock clock) {
        this.settings = settings;
        this.identity = AwsCredentialsIdentity.create(settings.accessKey(), settings.secretKey());
        this.clock = clock;
    }

    /** The start of the UTC day, to which every signature is dated. */
    Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    URI unsigned(String key) {
        return outside(path(settings.publicBucket(), key), "");
    }

    URI signed(String method, String bucket, String key, Map<String, String> parameters, Instant until) {
        return signedPath(method, path(bucket, key), parameters, until);
    }

    URI signedPath(String method, String path, Map<String, String> parameters, Instant until) {
        Instant dated = today();
        Duration life = Duration.between(dated, until);
        if (life.isNegative() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a signed URL ends within seven days of today's start, not at " + until);
        }
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(settings.endpoint())
                .encodedPath(path);
        parameters.forEach(request::putRawQueryParameter);
        SdkHttpRequest signed = signer.sign(asked -> asked.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, life)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(dated, ZoneOffset.UTC)))
                .request();
        return outside(path, signed.encodedQueryParameters().orElseThrow());
    }

    private URI outside(String path, String query) {
        String base = settings.publicUrl().toString().replaceAll("/+$", "");
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String path(String bucket, String key) {
        return Arrays.stream(key.split("/", -1))
                .map(PresignedUrls::encoded)
                .collect(Collectors.joining("/", "/" + bucket + "/", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
