package org.dermarium.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dermarium.gateway.RunningGateway;
import org.dermarium.gateway.Upstream;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** A service with two instances behind the gateway, one of which goes away. */
class InstancesIT extends RunningGateway {

    private static final String SEARCH_PAGE = "/api/v2/images/search/";
    private static final String HEALTH = "/actuator/health";
    private static final Upstream SECOND = new Upstream("search-2");
    private static final Upstream SECOND_CHALLENGE = new Upstream("challenge-2");
    private static final int SEVERAL = 40;

    @DynamicPropertySource
    static void twoInstances(DynamicPropertyRegistry registry) {
        registry.add("other-instances.search", () -> "," + SECOND.url());
        registry.add("other-instances.challenge", () -> "," + SECOND_CHALLENGE.url());
    }

    @BeforeEach
    void bothAreWell() {
        List.of(SECOND, SECOND_CHALLENGE).forEach(Upstream::reset);
        Eventually.until(
                "both instances answer",
                () -> Stream.generate(this::answeredBy).limit(4).distinct().count() == 2);
        Eventually.until(
                "both instances of challenge take submissions",
                () -> Stream.generate(() -> submit().body()).limit(4).distinct().count() == 2);
    }

    @Test
    void asksInstancesInTurn() {
        Eventually.until("both get half of the requests", () -> {
            long second = Stream.generate(this::answeredBy)
                    .limit(SEVERAL)
                    .filter(answer -> answer.contains("search-2"))
                    .count();
            return second >= SEVERAL / 2 - 1 && second <= SEVERAL / 2 + 1;
        });
    }

    @Test
    void answersEverythingWhileOneInstanceIsAwayAndTakesItBack() {
        SECOND.stop();
        SECOND_CHALLENGE.stop();
        try {
            assertThat(IntStream.range(0, SEVERAL)
                            .map(i -> send("GET", SEARCH_PAGE).statusCode()))
                    .containsOnly(200);
            assertThat(IntStream.range(0, SEVERAL).map(i -> submit().statusCode()))
                    .containsOnly(200);
        } finally {
            SECOND.start();
            SECOND_CHALLENGE.start();
        }

        Eventually.until("it gets requests again", () -> answeredBy().contains("search-2"));
    }

    @Test
    void sendsReadAgainWhoseConnectionBroke() {
        SECOND.behave((request, response) -> isHealth(request) ? response.send() : broken(request));

        assertThat(IntStream.range(0, SEVERAL).map(i -> send("GET", SEARCH_PAGE).statusCode()))
                .containsOnly(200);
    }

    @Test
    void sendsNoChangeTwice() {
        Eventually.until("both take submissions", () -> {
            submit();
            return submissionsOf(SECOND_CHALLENGE) > 0;
        });
        SECOND_CHALLENGE.behave((request, response) ->
                isHealth(request) ? response.send() : request.receive().then(broken(request)));
        CHALLENGE.seen().clear();
        SECOND_CHALLENGE.seen().clear();

        List<Integer> statuses =
                Stream.generate(() -> submit().statusCode()).limit(4).toList();

        assertThat(statuses).contains(503);
        long taken = statuses.stream().filter(status -> status == 200).count();
        assertThat(submissionsOf(CHALLENGE)).isEqualTo(taken);
        assertThat(submissionsOf(SECOND_CHALLENGE)).isPositive();
    }

    @Test
    void leavesOutASilentInstance() {
        SECOND.behave((request, response) -> Mono.never());

        Eventually.until(
                "the silent one is left out",
                () -> IntStream.range(0, 8)
                        .allMatch(i -> send("GET", SEARCH_PAGE).statusCode() == 200));
    }

    @Test
    void asksAllTheSameWhenNoneIsHealthy() {
        for (Upstream instance : List.of(SEARCH, SECOND)) {
            instance.behave((request, response) ->
                    isHealth(request) ? response.status(503).send() : response.sendString(Mono.just("answered")));
        }

        Eventually.until("both checks have failed", () -> answeredBy().equals("answered"));
        assertThat(IntStream.range(0, SEVERAL).map(i -> send("GET", SEARCH_PAGE).statusCode()))
                .containsOnly(200);
    }

    @Test
    void saysThatAServiceIsAwayWhenAllItsInstancesAre() {
        SEARCH.stop();
        SECOND.stop();
        try {
            HttpResponse<String> answer = send("GET", SEARCH_PAGE);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        } finally {
            SEARCH.start();
            SECOND.start();
        }
    }

    @Test
    void describesAllServicesWhileOneInstanceIsAway() {
        SECOND.stop();
        SECOND_CHALLENGE.stop();
        try {
            String document = send("GET", "/api/v2/openapi.json").body();

            assertThat(document).contains("\"openapi\"").doesNotContain("x-missing");
        } finally {
            SECOND.start();
            SECOND_CHALLENGE.start();
        }
    }

    private String answeredBy() {
        return send("GET", SEARCH_PAGE).body();
    }

    private HttpResponse<String> submit() {
        var body = HttpRequest.BodyPublishers.ofString("{\"name\":\"Aurora\"}");
        return send("POST", "/api/v2/tasks/1/approaches/", body, "Content-Type", "application/json");
    }

    private static long submissionsOf(Upstream instance) {
        return instance.seen().stream()
                .filter(seen -> seen.method().equals("POST"))
                .count();
    }

    private static boolean isHealth(HttpServerRequest request) {
        return request.uri().startsWith(HEALTH);
    }

    /** Closes the connection without an answer. */
    private static Mono<Void> broken(HttpServerRequest request) {
        return Mono.fromRunnable(
                        () -> request.withConnection(line -> line.channel().close()))
                .then(Mono.never());
    }
}
