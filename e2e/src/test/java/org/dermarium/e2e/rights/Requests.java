package org.dermarium.e2e.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.dermarium.client.Api;
import tools.jackson.databind.json.JsonMapper;

/** Requests with given credentials, whole answers and streams that stay open. */
final class Requests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENTS = "text/event-stream";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Api api;

    Requests(Api api) {
        this.api = api;
    }

    Seen get(Credentials by, String address) {
        return send(by, HttpRequest.newBuilder(api.uri(address)).GET());
    }

    /** With an empty object for a body: enough for some operations, and for all of them to say whether the caller may. */
    Seen change(Credentials by, String method, String address) {
        return send(
                by,
                HttpRequest.newBuilder(api.uri(address))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString("{}")));
    }

    /** @return the address of a ZIP of this image */
    String zip(Credentials by, String image) {
        Seen order = send(
                by,
                HttpRequest.newBuilder(api.uri("/api/v2/zip-download/url/"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"query\": \"isic_id:" + image + "\"}")));
        return JSON.readTree(order.body()).asString();
    }

    /** As the command-line program does it when it signs out. */
    Seen revoke(String client, String token) {
        return send(
                Credentials.NONE,
                HttpRequest.newBuilder(api.uri("/oauth/revoke_token/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("client_id=" + client + "&token=" + token)));
    }

    /**
     * Opens a stream of events.
     *
     * @return what is done when the archive has ended it
     */
    CompletableFuture<Void> open(Credentials by, String address) {
        HttpResponse<InputStream> begun = begin(by, HttpRequest.newBuilder(api.uri(address)));
        if (begun.statusCode() != 200) {
            throw new AssertionError(address + " is not open but " + begun.statusCode());
        }
        return CompletableFuture.runAsync(() -> readToItsEnd(begun), Thread::startVirtualThread);
    }

    private static void readToItsEnd(HttpResponse<InputStream> stream) {
        try (InputStream body = stream.body()) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException cut) {
            // A connection that is cut ends the stream as well as an orderly end.
        }
    }

    private Seen send(Credentials by, HttpRequest.Builder request) {
        HttpResponse<InputStream> answer = begin(by, request);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = answer.body()) {
            return new Seen(answer.statusCode(), type, type.startsWith(EVENTS) ? new byte[0] : body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.uri().toString(), e);
        }
    }

    private HttpResponse<InputStream> begin(Credentials by, HttpRequest.Builder request) {
        HttpRequest ready = by.on(request.timeout(LIMIT))
                .header("Accept", accepted(request))
                .build();
        try {
            return http.send(ready, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(ready.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A page is asked for as a browser does it, everything else as a program does. */
    private static String accepted(HttpRequest.Builder request) {
        String path = request.copy().build().uri().getPath();
        return (path.startsWith("/api/") ? "application/json" : "text/html") + ", */*;q=0.8";
    }
}
