package org.dermarium.embedded.registrar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dermarium.embedded.registrar.http.Allowance;
import org.dermarium.embedded.registrar.http.Answer;
import org.dermarium.embedded.registrar.http.Refused;
import org.dermarium.embedded.registrar.http.Request;

/**
 * The registrar, in a process of its own or inside a test. It listens on loopback only: {@code /dois} as DataCite's REST
 * API, {@code /heartbeat}, {@code /faults}, a list at {@code /}, and {@code /<doi>} as doi.org.
 */
public final class RegistrarServer implements AutoCloseable {

    /** How long a client that is never answered keeps its connection. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Faults faults = new Faults();
    private final Dois dois;
    private final DoisApi api;
    private final FaultsApi faultsApi;
    private final Pages pages;
    private final Allowance allowance;

    /**
     * @param file where DOIs are kept; it is made when it is missing
     * @param port 0 for any that is free
     */
    public RegistrarServer(Path file, int port, Access access) throws IOException {
        this(file, port, access, new Allowance(Allowance.USUAL, Clock.systemUTC()));
    }

    RegistrarServer(Path file, int port, Access access, Allowance allowance) throws IOException {
        this.dois = new Dois(file);
        this.api = new DoisApi(access, dois, Clock.systemUTC());
        this.faultsApi = new FaultsApi(faults);
        this.pages = new Pages(dois);
        this.allowance = allowance;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** @param args the path of a file with {@code port}, {@code file}, {@code user}, {@code password}, {@code prefix} */
    public static void main(String[] args) throws IOException {
        var settings = new Properties();
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            settings.load(in);
        }
        var access = new Access(
                settings.getProperty("user"), settings.getProperty("password"), settings.getProperty("prefix"));
        int port = Integer.parseInt(settings.getProperty("port"));
        var registrar = new RegistrarServer(Path.of(settings.getProperty("file")), port, access);
        Runtime.getRuntime().addShutdownHook(new Thread(registrar::close, "stop-registrar"));
        System.out.println("Registrar of " + access.prefix() + " at " + registrar.uri());
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Faults faults() {
        return faults;
    }

    /** DOIs that everybody can find. */
    public List<String> findable() {
        return dois.list().stream()
                .filter(doi -> doi.state() == Doi.State.FINDABLE)
                .map(Doi::id)
                .toList();
    }

    /** How many DOIs there are, drafts included. */
    public int size() {
        return dois.list().size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            if (DoisApi.serves(request.path())) {
                serveApi(exchange, request);
            } else {
                send(exchange, answer(request));
            }
        }
    }

    private void serveApi(HttpExchange exchange, Request request) throws IOException {
        Optional<Fault> met = faults.next(request.method());
        if (met.isEmpty()) {
            send(exchange, limited(request));
            return;
        }
        Fault fault = met.get();
        switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> send(exchange, later(fault, 429, "Too many requests"));
            case SERVER_ERROR -> send(exchange, later(fault, 500, "Internal server error"));
            case UNAVAILABLE -> send(exchange, later(fault, 503, "Service unavailable"));
            case LOST_ACKNOWLEDGEMENT -> {
                answer(request);
                keepSilent();
            }
            case SILENCE -> keepSilent();
            case OUTAGE -> exchange.close();
        }
    }

    private Answer limited(Request request) {
        return allowance
                .use()
                .map(wait -> Answer.error(429, null, "Too many requests", null)
                        .with("Retry-After", Long.toString(wait.toSeconds() + 1)))
                .orElseGet(() -> answer(request));
    }

    private Answer answer(Request request) {
        try {
            String path = request.path();
            if (DoisApi.serves(path)) {
                return api.answer(request);
            }
            return switch (path) {
                case FaultsApi.PATH -> faultsApi.answer(request);
                case "/heartbeat" -> Answer.text(200, "OK");
                default -> pages.answer(request);
            };
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private static Answer later(Fault fault, int status, String title) {
        Answer answer = Answer.error(status, null, title, null);
        return fault.retryAfterSeconds() < 0
                ? answer
                : answer.with("Retry-After", Integer.toString(fault.retryAfterSeconds()));
    }

    private static void keepSilent() {
        try {
            Thread.sleep(SILENCE);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 || head ? -1 : length);
        if (length > 0 && !head) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
