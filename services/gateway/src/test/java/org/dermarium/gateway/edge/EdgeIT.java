package org.dermarium.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.dermarium.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class EdgeIT extends RunningGateway {

    @Test
    void tellsServicesItselfWhereARequestCameFrom() {
        send(
                "GET",
                "/accounts/login",
                "X-Forwarded-For",
                "6.6.6.6",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "for=6.6.6.6",
                "X-Real-IP",
                "6.6.6.6");

        var headers = IDENTITY.last().headers();
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("archive.example:8000");
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.contains("X-Forwarded-Prefix")).isFalse();
        assertThat(headers.contains("Forwarded")).isFalse();
        assertThat(headers.contains("X-Real-IP")).isFalse();
    }

    @Test
    void keepsCookiesFromServicesThatHaveNone() {
        String cookies = "dermarium_accounts=abc; dermarium_session=secret; other=x";

        send("GET", "/api/v2/images/search/", "Cookie", cookies);
        send("GET", "/s3/dermarium-public/images/a.jpg", "Cookie", cookies);
        send("GET", "/oauth/authorize", "Cookie", cookies);

        assertThat(SEARCH.last().headers().contains("Cookie")).isFalse();
        assertThat(STORAGE.last().headers().contains("Cookie")).isFalse();
        assertThat(IDENTITY.last().headers().get("Cookie")).isEqualTo("dermarium_accounts=abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/gallery", "/api/v2/images/", "/api/v2/none/", "/accounts/login", "/s3/b/k.jpg"})
    void guardsEveryAnswer(String path) {
        var headers = send("GET", path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void runsNothingThatSomebodyUploaded() {
        assertThat(send("GET", "/s3/dermarium-public/page.html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
    }

    @Test
    void letsPagesOfAnyOriginUseTheApiWithoutCredentials() {
        var answer = send("GET", "/api/v2/images/", "Origin", "https://gallery.example");

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void answersPreflightsItself() {
        var answer = send(
                "OPTIONS",
                "/api/v2/collections/",
                "Origin",
                "https://gallery.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
        assertThat(CATALOG.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/images, /api/v2/images/",
        "/api/v2/images/search?query=a%20b+c, /api/v2/images/search/?query=a%20b+c"
    })
    void sendsReadersToTheAddressWithASlash(String path, String redirect) {
        var answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(redirect);
    }

    @Test
    void leavesWritersWithoutASlashToTheService() {
        assertThat(send("POST", "/api/v2/collections").headers().firstValue("Location"))
                .isEmpty();
    }

    @Test
    void takesRequestsMeantForAProxy() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET http://127.0.0.1:8000/api/v2/images/search/?query=a%20b&limit=1 HTTP/1.1\r\n"
                                    + "Host: 127.0.0.1:8000\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("{\"service\":\"search\"}");
        }
        assertThat(SEARCH.last().uri()).isEqualTo("/api/v2/images/search/?query=a%20b&limit=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "age_approx:[50%20TO%20*] age_approx:%5B50%20TO%20*%5D",
                "age_approx:{50%20TO%20*} age_approx:%7B50%20TO%20*%7D",
                "a|b%zz%4 a%7Cb%25zz%254",
                "sex:m\u00c3\u00a4nnlich sex:m%C3%A4nnlich"
            })
    void encodesWhatClientsSendBare(String sent, String handedOn) throws IOException {
        String path = "/api/v2/images/search/?query=";
        try (var socket = new Socket("127.0.0.1", port)) {
            String request = "GET " + path + sent + " HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(SEARCH.last().uri()).isEqualTo(path + handedOn);
    }

    @Test
    void storesBytesThatACommandLineCallsAForm() {
        send("PUT", "/s3/dermarium-private/uploads/a.jpg", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(STORAGE.last().headers().get("Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void compressesJsonForThoseWhoAsk() throws Exception {
        String large = "{\"x\":\"" + "abc".repeat(4_000) + "\"}";
        SEARCH.behave((request, response) -> response.header("Content-Type", "application/json")
                .sendString(Mono.just(large))
                .then());

        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(at("/api/v2/images/search/"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(answer.body()).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(large);
    }

    @Test
    void leavesImagesAsTheyAre() throws Exception {
        STORAGE.behave((request, response) -> response.header("Content-Type", "image/jpeg")
                .header("Content-Length", "5000")
                .sendByteArray(Mono.just(new byte[5_000]))
                .then());

        var answer = http.send(
                HttpRequest.newBuilder(at("/s3/dermarium-public/images/a.jpg"))
                        .header("Accept-Encoding", "gzip, deflate")
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("5000");
    }

    @Test
    void keepsHealthAndMetricsOffThePublicPort() throws Exception {
        assertThat(send("GET", "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/actuator/prometheus").statusCode()).isEqualTo(404);
        var health = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
    }
}
