package org.dermarium.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive's API through its gateway, in the name of a person. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    private final RunningArchive archive;

    Api(RunningArchive archive) {
        this.archive = archive;
    }

    Answer get(Person who, String path) {
        return send(request(who, path).GET().build());
    }

    Answer post(Person who, String path, Object body) {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    Answer patch(Person who, String path, Object body) {
        var content = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .method("PATCH", content)
                .build());
    }

    Answer delete(Person who, String path) {
        return send(request(who, path).DELETE().build());
    }

    /** A table as the body itself. */
    Answer csv(Person who, String method, String path, byte[] table) {
        return send(request(who, path)
                .header("Content-Type", "text/csv")
                .method(method, BodyPublishers.ofByteArray(table))
                .build());
    }

    /** As {@link #get}, asking for another form of the same thing. */
    Answer getAs(Person who, String path, String mediaType) {
        return send(request(who, path).setHeader("Accept", mediaType).GET().build());
    }

    Answer getWithToken(String token, String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every result of a listing, page after page. */
    List<JsonNode> all(Person who, String path) {
        var results = new ArrayList<JsonNode>();
        String next = path;
        while (next != null) {
            JsonNode page = get(who, next).success();
            page.get("results").forEach(results::add);
            next = page.get("next").isString() ? page.get("next").asString() : null;
        }
        return results;
    }

    /** The ids of the images that a search lists, in their order. */
    List<String> search(Person who, String query) {
        return all(who, searchPath(query)).stream()
                .map(image -> image.get("isic_id").asString())
                .toList();
    }

    int count(Person who, String query) {
        return get(who, searchPath(query) + "&limit=1").success().get("count").asInt();
    }

    JsonNode facets(Person who, String query) {
        return get(who, "/api/v2/images/facets/?query=" + encoded(query)).success();
    }

    String token(Person who) {
        return tokens.computeIfAbsent(who, this::newToken);
    }

    URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : archive.url() + path);
    }

    static String searchPath(String query) {
        return "/api/v2/images/search/?query=" + encoded(query);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(Person who, String path) {
        var request =
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(1)).header("Accept", "application/json");
        return who == Person.ANONYMOUS ? request : request.header("Authorization", "Bearer " + token(who));
    }

    private String newToken(Person who) {
        var body = Map.of("email", who.email(), "staff", who == Person.STAFF);
        var request = HttpRequest.newBuilder(URI.create(archive.identityUrl() + "/oauth/demo-token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return send(request).success().get("access_token").asString();
    }
}
