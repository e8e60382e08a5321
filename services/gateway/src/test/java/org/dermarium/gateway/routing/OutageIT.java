package org.dermarium.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.dermarium.gateway.RunningGateway;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

class OutageIT extends RunningGateway {

    @AfterEach
    void waitUntilTheBreakerIsClosed() {
        SEARCH.reset();
        Eventually.until(
                "the breaker closes",
                () -> send("GET", "/api/v2/images/search/").statusCode() == 200);
    }

    @Test
    void saysThatAServiceIsAwayUntilItIsBack() {
        SEARCH.stop();
        try {
            assertAway(send("GET", "/api/v2/images/search/"));
        } finally {
            SEARCH.start();
        }

        Eventually.until(
                "it is back", () -> send("GET", "/api/v2/images/search/").statusCode() == 200);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void namesTheTraceInTheLog(CapturedOutput log) {
        SEARCH.behave((request, response) -> Mono.never());

        assertAway(send("GET", "/api/v2/images/search/", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));

        assertThat(log.getOut().lines().filter(line -> line.contains("/api/v2/images/search/ is away")))
                .singleElement()
                .asString()
                .contains(TRACE);
    }

    @Test
    void saysThatASilentServiceIsAway() {
        SEARCH.behave((request, response) -> Mono.never());

        assertAway(send("GET", "/api/v2/images/search/"));
    }

    @Test
    void stopsAskingAServiceThatStaysAwayAndLeavesTheOthersAlone() {
        SEARCH.behave((request, response) -> Mono.never());

        Eventually.until("the breaker opens", () -> {
            int before = SEARCH.seen().size();
            assertAway(send("GET", "/api/v2/images/search/"));
            return SEARCH.seen().size() == before;
        });

        assertThat(send("GET", "/api/v2/cohorts/1/").statusCode()).isEqualTo(200);
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Service Unavailable\"}");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }
}
