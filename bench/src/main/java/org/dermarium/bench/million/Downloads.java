package org.dermarium.bench.million;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.dermarium.client.Api;
import org.dermarium.client.Person;
import tools.jackson.databind.JsonNode;

/** What is long: when its first byte comes, and how long all of it takes. */
final class Downloads {

    private static final int CHUNK = 1 << 16;
    private static final int PAGES = 100;
    private static final int PAGE = 100;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Api api;

    Downloads(Api api) {
        this.api = api;
    }

    /**
     * How an answer came.
     *
     * @param first milliseconds to the first byte of the body
     * @param whole milliseconds to the last one that was read
     * @param lines line feeds among them
     */
    record Sent(int status, double first, double whole, long bytes, long lines) {}

    /** Reads an answer to its end. */
    Sent read(String path) throws IOException, InterruptedException {
        return read(path, Long.MAX_VALUE);
    }

    /** Reads the first byte alone. */
    Sent begin(String path) throws IOException, InterruptedException {
        return read(path, 1);
    }

    /** The token of an archive of a query. */
    String zip(String query) {
        JsonNode address = api.post(Person.ANONYMOUS, "/api/v2/zip-download/url/", Map.of("query", query))
                .success();
        return address.asString().replaceFirst(".*zsid=", "");
    }

    /** Follows the list of images page after page; records a second. */
    double walk() {
        long begin = System.nanoTime();
        long records = 0;
        String next = "/api/v2/images/?limit=" + PAGE;
        for (int i = 0; i < PAGES && next != null; i++) {
            JsonNode page = api.get(Person.ANONYMOUS, next).success();
            records += page.get("results").size();
            next = page.path("next").isString() ? page.get("next").asString() : null;
        }
        return records / ((System.nanoTime() - begin) / 1e9);
    }

    private Sent read(String path, long most) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        var answer = http.send(HttpRequest.newBuilder(api.uri(path)).build(), BodyHandlers.ofInputStream());
        long bytes = 0;
        long lines = 0;
        double first = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream body = answer.body()) {
            for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
                first = bytes == 0 ? millis(asked) : first;
                bytes += count;
                for (int i = 0; i < count; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
                if (bytes >= most) {
                    break;
                }
            }
        }
        return new Sent(answer.statusCode(), first, millis(asked), bytes, lines);
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
