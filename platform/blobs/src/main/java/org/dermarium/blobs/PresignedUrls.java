package org.dermarium.blobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * URLs signed with AWS Signature Version 4 in the query. Made here and not by the S3 client, whose URLs carry the second
 * of their making and so differ from call to call: these are dated to the start of the UTC day. They are signed for the
 * real endpoint; clients get them with the public address in front, and whoever answers there must pass on the
 * endpoint's own Host.
 */
final class PresignedUrls {

    /** The longest life the protocol allows. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private final S3Settings settings;
    private final Clock clock;

    PresignedUrls(S3Settings settings, Clock clock) {
        this.settings = settings;
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
        String stamp = STAMP.format(dated);
        String scope = stamp.substring(0, 8) + "/" + settings.region() + "/s3/aws4_request";
        var all = new TreeMap<>(parameters);
        all.put("X-Amz-Algorithm", ALGORITHM);
        all.put("X-Amz-Credential", settings.accessKey() + "/" + scope);
        all.put("X-Amz-Date", stamp);
        all.put("X-Amz-Expires", Long.toString(life.toSeconds()));
        all.put("X-Amz-SignedHeaders", "host");
        String query = query(all);
        String request = String.join(
                "\n",
                method,
                path,
                query,
                "host:" + settings.endpoint().getAuthority(),
                "",
                "host",
                "UNSIGNED-PAYLOAD");
        String text = String.join("\n", ALGORITHM, stamp, scope, hex(sha256(request)));
        return outside(path, query + "&X-Amz-Signature=" + hex(hmac(signingKey(scope), text)));
    }

    private URI outside(String path, String query) {
        String base = settings.publicUrl().toString().replaceAll("/+$", "");
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    private byte[] signingKey(String scope) {
        byte[] key = ("AWS4" + settings.secretKey()).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static String path(String bucket, String key) {
        return Arrays.stream(key.split("/", -1))
                .map(PresignedUrls::encoded)
                .collect(Collectors.joining("/", "/" + bucket + "/", ""));
    }

    private static String query(TreeMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
