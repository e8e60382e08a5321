package org.dermarium.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a port of its own before small real servers; all tests share one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningGateway {

    protected static final String PUBLIC_URL = "http://archive.example:8000";
    protected static final Isolation ISOLATION = Servers.shared().isolate("gateway");

    protected static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** A test class may set other instances, beginning with a comma; it cannot set again what is set here. */
    private static final String OTHERS = "${other-instances.%s:}";

    protected static final Upstream IDENTITY = new Upstream("identity");
    protected static final Upstream INGEST = new Upstream("ingest");
    protected static final Upstream CATALOG = new Upstream("catalog");
    protected static final Upstream SEARCH = new Upstream("search");
    protected static final Upstream DOI = new Upstream("doi");
    protected static final Upstream CHALLENGE = new Upstream("challenge");
    protected static final Upstream STORAGE = new Upstream("storage");

    @LocalServerPort
    protected int port;

    @Value("${local.management.port}")
    protected int managementPort;

    protected final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        ISOLATION.topics().create();
        ISOLATION.properties().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("dermarium.public-url", () -> PUBLIC_URL);
        registry.add("dermarium.upstreams.identity", IDENTITY::url);
        registry.add("dermarium.upstreams.ingest", INGEST::url);
        registry.add("dermarium.upstreams.catalog", CATALOG::url);
        registry.add("dermarium.upstreams.search", () -> SEARCH.url() + OTHERS.formatted("search"));
        registry.add("dermarium.upstreams.doi", DOI::url);
        registry.add("dermarium.upstreams.challenge", () -> CHALLENGE.url() + OTHERS.formatted("challenge"));
        registry.add("dermarium.upstreams.storage", STORAGE::url);
        registry.add("dermarium.limits.body", () -> "1MB");
        registry.add("dermarium.limits.uploads.per-second", () -> "1");
        registry.add("dermarium.limits.uploads.burst", () -> "3");
        registry.add("management.server.port", () -> "0");
        registry.add("spring.cloud.gateway.server.webflux.httpclient.response-timeout", () -> "2s");
    }

    @BeforeEach
    void resetUpstreams() {
        List.of(IDENTITY, INGEST, CATALOG, SEARCH, DOI, CHALLENGE, STORAGE).forEach(Upstream::reset);
    }

    protected URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    protected HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    protected HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(at(path)).method(method, body);
        try {
            return http.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
