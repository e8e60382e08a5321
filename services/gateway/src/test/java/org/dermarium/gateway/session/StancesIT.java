package org.dermarium.gateway.session;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dermarium.events.TokenRevoked;
import org.dermarium.events.bus.EventType;
import org.dermarium.gateway.Upstream;
import org.dermarium.gateway.access.Stance;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.gateway.route.RouteLocator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every route to a service, with an address that it takes: one that is missing here fails, and so cannot be forgotten. */
class StancesIT extends SignedInBrowser {

    private record Sample(String method, Stance stance, String path, Upstream service) {}

    private static final Map<String, Sample> SAMPLES = Map.ofEntries(
            sample("identity", "POST", Stance.IDENTITY, "/accounts/register", IDENTITY),
            sample("accounts", "PUT", Stance.CALLER, "/api/v2/users/accept-terms/", IDENTITY),
            sample("search", "POST", Stance.CALLER, "/api/v2/images/search/", SEARCH),
            sample("events", "GET", Stance.STREAM, "/api/v2/cohorts/1/events/", INGEST),
            sample("ingest", "POST", Stance.CALLER, "/api/v2/cohorts/", INGEST),
            sample("ingest-images", "POST", Stance.CALLER, "/api/v2/images/withdraw/", INGEST),
            sample("doi", "POST", Stance.CALLER, "/doi/10.5072/dermarium.k3v9/", DOI),
            sample("live", "GET", Stance.STREAM, "/api/v2/submissions/7/events/", CHALLENGE),
            sample("challenge", "POST", Stance.CALLER, "/api/v2/teams/2/", CHALLENGE),
            sample("download", "GET", Stance.GRANT_IN_QUERY, "/download?zsid={grant}", CATALOG),
            sample("catalog", "POST", Stance.CALLER, "/api/v2/collections/", CATALOG),
            sample("files", "GET", Stance.GRANT_IN_PATH, "/files/images/{grant}/ISIC_0000001.jpg", CATALOG),
            sample("storage", "PUT", Stance.STORAGE, "/s3/dermarium-private/a.jpg", STORAGE));

    @Autowired
    private RouteLocator routes;

    @Test
    void knowsTheStanceOfEveryRoute() {
        Map<String, Object> declared = Objects.requireNonNull(routes.getRoutes()
                .collect(toMap(r -> r.getId(), r -> r.getMetadata().getOrDefault(Stance.KEY, "none")))
                .block());

        assertThat(declared)
                .containsExactlyInAnyOrderEntriesOf(SAMPLES.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, e -> e.getValue().stance())));
    }

    @ParameterizedTest
    @MethodSource("called")
    void knowsTheBrowserByItsSession(String route) {
        Sample sample = Objects.requireNonNull(SAMPLES.get(route));
        String token = token();
        String session = session(token);
        sample.service.reset();

        if (!sample.method.equals("GET")) {
            assertThat(send(sample.method, sample.path, "Cookie", session).statusCode())
                    .isEqualTo(403);
            assertThat(sample.service.seen()).isEmpty();
        }
        send(sample.method, sample.path, "Cookie", session, "X-Dermarium-CSRF", "1");

        assertThat(sample.service.last().headers().get("Authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @MethodSource("called")
    void dropsWhatWasRevoked(String route) {
        Sample sample = Objects.requireNonNull(SAMPLES.get(route));
        String sid = UUID.randomUUID().toString();
        String session = session(token(sid));
        revoke(sid);
        sample.service.reset();

        send(sample.method, sample.path, "Authorization", "Bearer " + token(sid));
        send(sample.method, sample.path, "Cookie", session, "X-Dermarium-CSRF", "1");

        assertThat(sample.service.seen())
                .hasSize(2)
                .noneMatch(seen -> seen.headers().contains("Authorization"));
    }

    @ParameterizedTest
    @MethodSource("granted")
    void refusesGrantsThatWereRevoked(String route) {
        Sample sample = Objects.requireNonNull(SAMPLES.get(route));
        String sid = UUID.randomUUID().toString();
        String path = sample.path.replace("{grant}", token(sid));
        assertThat(send("GET", path).statusCode()).isEqualTo(200);

        revoke(sid);

        var refused = send("GET", path);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
        assertThat(send("GET", sample.path.replace("{grant}", token())).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", sample.path.replace("{grant}", "nonsense")).statusCode())
                .as("is the service's to judge")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("granted")
    void takesAGrantAndNothingElse(String route) {
        Sample sample = Objects.requireNonNull(SAMPLES.get(route));
        String session = session(token());

        send("GET", sample.path.replace("{grant}", token()), "Authorization", "Bearer " + token(), "Cookie", session);

        assertThat(sample.service.last().headers().contains("Authorization")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void cutsAnAnswerOffWhenItsAuthorizationEnds(String route) throws IOException, InterruptedException {
        Sample sample = Objects.requireNonNull(SAMPLES.get(route));
        String sid = UUID.randomUUID().toString();
        var open = new AtomicInteger();
        sample.service.behave((request, response) -> request.uri().startsWith("/actuator/")
                ? response.send()
                : response.sse()
                        .sendString(Flux.concat(Mono.just("data: 1\n\n"), Mono.<String>never())
                                .doOnSubscribe(subscription -> open.incrementAndGet())
                                .doFinally(end -> open.decrementAndGet()))
                        .then());
        var request = HttpRequest.newBuilder(at(sample.path.replace("{grant}", token(sid))));
        if (sample.stance == Stance.STREAM) {
            request.header("Authorization", "Bearer " + token(sid));
        }
        var begun = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> isReadToItsEnd(begun));

        revoke(sid);

        Eventually.until("the answer is cut off", ended::isDone);
        Eventually.until("the service hears of it", () -> open.get() == 0);
    }

    private static boolean isReadToItsEnd(HttpResponse<InputStream> answer) {
        try (var body = answer.body()) {
            body.readAllBytes();
            return true;
        } catch (IOException cut) {
            return true;
        }
    }

    private void revoke(String sid) {
        ISOLATION.topics().publish(EventType.TOKEN_REVOKED, new TokenRevoked(sid, Instant.now()));
        Eventually.until("the revocation reaches the gateway", () -> revoked.contains(sid));
    }

    private static Stream<String> called() {
        return having(Stance.CALLER, Stance.STREAM);
    }

    private static Stream<String> granted() {
        return having(Stance.GRANT_IN_PATH, Stance.GRANT_IN_QUERY);
    }

    private static Stream<String> lasting() {
        return having(Stance.STREAM, Stance.GRANT_IN_PATH, Stance.GRANT_IN_QUERY);
    }

    private static Stream<String> having(Stance... stances) {
        return SAMPLES.entrySet().stream()
                .filter(e -> List.of(stances).contains(e.getValue().stance()))
                .map(Map.Entry::getKey)
                .sorted();
    }

    private static Map.Entry<String, Sample> sample(
            String route, String method, Stance stance, String path, Upstream service) {
        return Map.entry(route, new Sample(method, stance, path, service));
    }
}
