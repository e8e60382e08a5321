package org.dermarium.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.dermarium.gateway.RunningGateway;
import org.junit.jupiter.api.Test;

class LimitsIT extends RunningGateway {

    private static final int TOO_MUCH = 5 * 1024 * 1024 / 4;

    @Test
    void slowsClientsThatBeginTooManyUploads() {
        List<HttpResponse<String>> answers = IntStream.range(0, 8)
                .mapToObj(i -> send("POST", "/api/v2/s3-upload/upload-initialize/"))
                .toList();

        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        var refused = answers.getLast();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"detail\":\"Too Many Requests\"}");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(send("GET", "/api/v2/images/").statusCode())
                .as("reads go on")
                .isEqualTo(200);
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        var answer = send("POST", "/api/v2/collections/", HttpRequest.BodyPublishers.ofByteArray(new byte[TOO_MUCH]));

        assertTooLarge(answer);
        assertThat(CATALOG.seen()).isEmpty();
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        assertTooLarge(send(
                "POST",
                "/api/v2/collections/",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[TOO_MUCH]))));
    }

    @Test
    void takesABodyBelowTheLimit() {
        var answer = send(
                "POST",
                "/api/v2/collections/",
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[900_000])));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Request body too large\"}");
    }
}
