package org.dermarium.seed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive's API as its clients see it. A moment's outage is waited out. */
final class Archive {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final int TRIES = 30;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();
    private final String gateway;
    private final String identity;

    Archive(String gateway, String identity) {
        this.gateway = gateway;
        this.identity = identity;
    }

    JsonNode get(Person who, String path) {
        return read(send(authorized(who, path).GET().build()), path);
    }

    JsonNode post(Person who, String path, Object body) {
        return send(who, "POST", path, "application/json", text(body));
    }

    JsonNode patch(Person who, String path, Object body) {
        return send(who, "PATCH", path, "application/json", text(body));
    }

    /** A table as the body itself. */
    JsonNode csv(Person who, String method, String path, String table) {
        return send(who, method, path, "text/csv", BodyPublishers.ofString(table));
    }

    private JsonNode send(Person who, String method, String path, String contentType, BodyPublisher body) {
        var request = authorized(who, path).header("Content-Type", contentType).method(method, body);
        return read(send(request.build()), path);
    }

    /** Every result of a listing, page after page. */
    List<JsonNode> all(Person who, String path) {
        var results = new ArrayList<JsonNode>();
        String next = path;
        while (next != null) {
            JsonNode page = get(who, next);
            page.get("results").forEach(results::add);
            next = page.path("next").isString() ? page.get("next").asString() : null;
        }
        return results;
    }

    /** A request to an address that carries its own permission; answers with the response's ETag. */
    String put(URI signed, BodyPublisher body) {
        var answer = send(HttpRequest.newBuilder(signed).PUT(body).build());
        return answer.headers().firstValue("ETag").orElseThrow(() -> new SeedFailed("the storage gave no ETag"));
    }

    void post(URI signed, String body) {
        send(HttpRequest.newBuilder(signed).POST(BodyPublishers.ofString(body)).build());
    }

    long userId(Person who) {
        return get(who, "/api/v2/users/me/").get("id").asLong();
    }

    private HttpRequest.Builder authorized(Person who, String path) {
        URI address = URI.create(path.startsWith("http") ? path : gateway + path);
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(who, this::token));
    }

    private String token(Person who) {
        var body = Map.of(
                "email", who.email(),
                "first_name", who.firstName(),
                "last_name", who.lastName(),
                "staff", who.staff());
        var request = HttpRequest.newBuilder(URI.create(identity + "/oauth/demo-token/"))
                .header("Content-Type", "application/json")
                .POST(text(body));
        return read(send(request.build()), "demo-token").get("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest request) {
        String last = "no answer";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Patience.rest(Duration.ofMillis(Math.min(attempt * 500L, 5_000)));
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer;
                }
                last = answer.statusCode() + " " + answer.body();
                if (!PASSING.contains(answer.statusCode())) {
                    break;
                }
            } catch (IOException e) {
                last = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SeedFailed("interrupted");
            }
        }
        String place = request.uri().getPath();
        throw new SeedFailed(request.method() + " " + place + " failed: " + last);
    }

    private BodyPublisher text(Object body) {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    private JsonNode read(HttpResponse<String> answer, String path) {
        String body = answer.body();
        if (body.isBlank()) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(body);
        } catch (tools.jackson.core.JacksonException e) {
            throw new SeedFailed(path + " did not answer JSON", e);
        }
    }
}
