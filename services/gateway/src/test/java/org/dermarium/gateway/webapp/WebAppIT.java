package org.dermarium.gateway.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.dermarium.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAppIT extends RunningGateway {

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/gallery, 200",
        "/images/ISIC_0000001, 200",
        "/collections/5, 200",
        "/nothing/like/that, 404",
        "/missing.png, 404",
        "/assets/missing-abc123.js, 404"
    })
    void answersPagesWithHtmlAndTheRightStatus(String path, int status) {
        var answer = send("GET", path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void letsCrawlersKnowWhatToLeave() {
        var answer = send("GET", "/robots.txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("User-agent: *");
    }

    @Test
    void takesNoPosts() {
        assertThat(send("POST", "/gallery").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"/..%2f..%2fapplication.yaml", "/%2e%2e/application.yaml", "/assets/..%2F..%2F..%2Fapplication.yaml"})
    void servesNothingBesideTheWebApp(String path) {
        var answer = send("GET", path);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("spring:");
    }
}
