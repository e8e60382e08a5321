package org.dermarium.blobs.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresignedUrlsTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void areTheSameFromMidnightToMidnight() {
        Instant until = MIDNIGHT.plus(Duration.ofDays(7));

        String early = signed(MIDNIGHT, until);

        assertThat(signed(MIDNIGHT.plusSeconds(86_399), until)).isEqualTo(early);
        assertThat(early)
                .startsWith("https://archive.example/s3/private/images/a%20b.jpg?")
                .contains("X-Amz-Date=20261124T000000Z", "X-Amz-Expires=604800", "X-Amz-SignedHeaders=host");
    }

    @Test
    void matchThePublishedExampleOfTheProtocol() {
        // AWS, "Authenticating Requests: Using Query Parameters (Signature Version 4)", the GET of test.txt.
        var settings = settings(
                "https://examplebucket.s3.amazonaws.com",
                "AKIAIOSFODNN7EXAMPLE",
                "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        var urls = new PresignedUrls(settings, Clock.fixed(Instant.parse("2013-05-24T09:00:00Z"), ZoneOffset.UTC));

        URI url = urls.signedPath("GET", "/test.txt", Map.of(), Instant.parse("2013-05-25T00:00:00Z"));

        assertThat(url.getQuery())
                .endsWith("X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    private static String signed(Instant now, Instant until) {
        var urls = new PresignedUrls(
                settings("http://127.0.0.1:8116", "access", "secret"), Clock.fixed(now, ZoneOffset.UTC));
        return urls.signed("GET", "private", "images/a b.jpg", Map.of(), until).toString();
    }

    private static S3Settings settings(String endpoint, String accessKey, String secretKey) {
        return new S3Settings(
                URI.create(endpoint),
                accessKey,
                secretKey,
                "private",
                "public",
                URI.create("https://archive.example/s3/"),
                "us-east-1",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
