package org.dermarium.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive's API through its gateway, in the name of persons of a demonstration. For any number of threads. */
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final int TRIES = 30;
    private static final Duration GROWTH = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();
    private final String gateway;
    private final String identity;
    private final int tries;

    private Api(String gateway, String identity, int tries) {
        this.gateway = gateway;
        this.identity = identity;
        this.tries = tries;
    }

    /**
     * @param gateway its address, without a slash at the end
     * @param identity the identity service's own address, where a demonstration gives tokens to anybody
     */
    public static Api at(String gateway, String identity) {
        return new Api(gateway, identity, 1);
    }

    /** As {@link #at}, but waits out outages and refusals that pass: for programs that do one thing after the other. */
    public static Api patientlyAt(String gateway, String identity) {
        return new Api(gateway, identity, TRIES);
    }

    public Answer get(Person who, String path) {
        return send(request(who, path).GET().build());
    }

    /** As {@link #get}, asking for another form of the same thing. */
    public Answer getAs(Person who, String path, String mediaType) {
        return send(request(who, path).setHeader("Accept", mediaType).GET().build());
    }

    public Answer getWithToken(String token, String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    public Answer post(Person who, String path, Object body) {
        return sendJson(who, "POST", path, body);
    }

    public Answer put(Person who, String path, Object body) {
        return sendJson(who, "PUT", path, body);
    }

    public Answer patch(Person who, String path, Object body) {
        return sendJson(who, "PATCH", path, body);
    }

    public Answer delete(Person who, String path) {
        return send(request(who, path).DELETE().build());
    }

    /** A table as the body itself. */
    public Answer csv(Person who, String method, String path, byte[] table) {
        return send(request(who, path)
                .header("Content-Type", "text/csv")
                .method(method, BodyPublishers.ofByteArray(table))
                .build());
    }

    /** To an address that carries its own permission. */
    public Answer put(URI signed, byte[] content) {
        return send(HttpRequest.newBuilder(signed)
                .PUT(BodyPublishers.ofByteArray(content))
                .build());
    }

    /** To an address that carries its own permission. */
    public Answer post(URI signed, String body) {
        return send(HttpRequest.newBuilder(signed)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Every result of a listing, page after page. */
    public List<JsonNode> all(Person who, String path) {
        var results = new ArrayList<JsonNode>();
        String next = path;
        while (next != null) {
            JsonNode page = get(who, next).success();
            page.get("results").forEach(results::add);
            next = page.path("next").isString() ? page.get("next").asString() : null;
        }
        return results;
    }

    /** The ids of the images that a search lists, in their order. */
    public List<String> search(Person who, String query) {
        return all(who, searchPath(query)).stream()
                .map(image -> image.get("isic_id").asString())
                .toList();
    }

    /** How many images a search finds. */
    public int count(Person who, String query) {
        return get(who, searchPath(query) + "&limit=1").success().get("count").asInt();
    }

    public JsonNode facets(Person who, String query) {
        return get(who, "/api/v2/images/facets/?query=" + encoded(query)).success();
    }

    public long userId(Person who) {
        return get(who, "/api/v2/users/me/").success().get("id").asLong();
    }

    /** A bearer token, asked for once. */
    public String token(Person who) {
        return tokens.computeIfAbsent(who, this::newToken);
    }

    public URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : gateway + path);
    }

    public static String searchPath(String query) {
        return "/api/v2/images/search/?query=" + encoded(query);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @throws Refused when no answer came */
    public Answer send(HttpRequest request) {
        String what = request.method() + " " + request.uri().getPath();
        Answer answer = null;
        IOException silence = null;
        for (int attempt = 0; attempt < tries; attempt++) {
            rest(attempt);
            try {
                var response = http.send(request, BodyHandlers.ofByteArray());
                answer = new Answer(what, response.statusCode(), response.headers(), response.body());
                if (!PASSING.contains(answer.status())) {
                    return answer;
                }
            } catch (IOException e) {
                silence = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refused(what + " was interrupted", e);
            }
        }
        return given(answer, what, silence);
    }

    private static Answer given(@Nullable Answer answer, String what, @Nullable IOException silence) {
        if (answer == null) {
            throw silence == null ? new Refused(what) : new Refused(what + " got no answer: " + silence, silence);
        }
        return answer;
    }

    private static void rest(int attempt) {
        Duration pause = GROWTH.multipliedBy(attempt);
        Patience.rest(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private Answer sendJson(Person who, String method, String path, Object body) {
        return send(request(who, path)
                .header("Content-Type", "application/json")
                .method(method, json(body))
                .build());
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(Person who, String path) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(LIMIT).header("Accept", "application/json");
        return who.equals(Person.ANONYMOUS) ? request : request.header("Authorization", "Bearer " + token(who));
    }

    private String newToken(Person who) {
        var body = Map.of(
                "email", who.email(),
                "first_name", who.firstName(),
                "last_name", who.lastName(),
                "staff", who.isStaff());
        var request = HttpRequest.newBuilder(URI.create(identity + "/oauth/demo-token"))
                .header("Content-Type", "application/json")
                .POST(json(body))
                .build();
        return send(request).success().get("access_token").asString();
    }
}
