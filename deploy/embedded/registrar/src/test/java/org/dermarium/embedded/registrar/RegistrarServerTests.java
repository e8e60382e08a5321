package org.dermarium.embedded.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.dermarium.embedded.registrar.http.Allowance;
import org.dermarium.embedded.registrar.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RegistrarServerTests {

    private static final String DOI = "10.5072/dermarium.k3v9x2p7";
    private static final Access ACCESS = new Access("DEMO.DERMARIUM", "secret", "10.5072");
    private static final String COMPLETE = """
            {"url": "https://archive.example/doi/%s/", "titles": [{"title": "Naevi <b>"}], "creators": [{"name": "A"}],
             "publisher": "Dermarium", "publicationYear": 2026, "types": {"resourceTypeGeneral": "Dataset"}}
            """.formatted(DOI);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private RegistrarServer registrar;
    private Duration patience = Duration.ofMinutes(1);

    @BeforeEach
    void start() throws IOException {
        registrar = new RegistrarServer(folder.resolve("dois.json"), 0, ACCESS);
    }

    @AfterEach
    void stop() {
        registrar.close();
        client.close();
    }

    @Test
    void createsByPutAndChangesByThatSamePut() throws Exception {
        assertThat(put(DOI, "{}").statusCode()).isEqualTo(201);
        assertThat(put(DOI, "{}").statusCode()).isEqualTo(200);
        assertThat(state(DOI)).isEqualTo("draft");
    }

    @Test
    void refusesPostOfDoiThatIsThere() throws Exception {
        put(DOI, "{}");

        var answer = send("POST", "/dois", document("{\"doi\": \"" + DOI + "\"}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"source\":\"doi\"").contains("This DOI has already been taken");
    }

    @Test
    void choosesSuffixForPostWithoutOne() throws Exception {
        var answer = send("POST", "/dois", document("{\"prefix\": \"10.5072\"}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"id\":\"10.5072/");
    }

    @ParameterizedTest
    @CsvSource({
        "publish, findable",
        "register, registered",
        "publish hide, registered",
        "publish hide show, findable",
        "publish register, findable",
        "register publish, findable",
        "hide, draft",
        "nonsense, draft"
    })
    void movesBetweenStatesByEvents(String events, String state) throws Exception {
        put(DOI, COMPLETE);

        for (String event : events.split(" ")) {
            put(DOI, "{\"event\": \"" + event + "\"}");
        }

        assertThat(state(DOI)).isEqualTo(state);
    }

    @Test
    void removesDraftsOnly() throws Exception {
        put(DOI, COMPLETE);
        assertThat(send("DELETE", "/dois/" + DOI, null).statusCode()).isEqualTo(204);
        assertThat(send("DELETE", "/dois/" + DOI, null).statusCode()).isEqualTo(404);

        put(DOI, published(COMPLETE));
        assertThat(send("DELETE", "/dois/" + DOI, null).statusCode()).isEqualTo(405);
        assertThat(state(DOI)).isEqualTo("findable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "titles", "creators", "publisher", "publicationYear", "types"})
    void publishesNothingThatLacksMandatoryField(String field) throws Exception {
        ObjectNode lacking = (ObjectNode) Json.MAPPER.readTree(COMPLETE);
        lacking.remove(field);

        var answer = put(DOI, published(lacking.toString()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Can't be blank").contains("\"uid\":\"" + DOI + "\"");
        assertThat(registrar.findable()).isEmpty();
    }

    @Test
    void refusesAddressThatIsNone() throws Exception {
        var answer = put(DOI, "{\"url\": \"archive.example/doi\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"source\":\"url\"").contains("URL is not valid");
    }

    @Test
    void refusesStrangersAndForeignPrefixes() throws Exception {
        var stranger = HttpRequest.newBuilder(registrar.uri().resolve("/dois/" + DOI))
                .PUT(BodyPublishers.ofString(document("{}")))
                .build();

        assertThat(client.send(stranger, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(put("10.1000/mine", "{}").statusCode()).isEqualTo(403);
        assertThat(put("10.5072/no%20spaces", "{}").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"data\": 1}", "{\"data\": {\"type\": \"dois\"}}"})
    void refusesBodiesOfAnotherForm(String body) throws Exception {
        assertThat(send("PUT", "/dois/" + DOI, body).statusCode()).isEqualTo(400);
    }

    @Test
    void showsDraftsToTheirRepositoryOnly() throws Exception {
        put(DOI, COMPLETE);
        var request =
                HttpRequest.newBuilder(registrar.uri().resolve("/dois/" + DOI)).build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);

        put(DOI, "{\"event\": \"publish\"}");
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsFromDoiToItsPage() throws Exception {
        put(DOI, COMPLETE);
        assertThat(get("/" + DOI).statusCode()).isEqualTo(404);

        put(DOI, "{\"event\": \"publish\"}");
        var answer = get("/" + DOI);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://archive.example/doi/" + DOI + "/");
        assertThat(get("/").body()).contains(DOI).contains("Naevi &lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void saysWhenToComeBackAfterTooManyRequests() throws Exception {
        registrar.faults().add(Fault.once(Fault.Kind.TOO_MANY_REQUESTS).times(2).retryAfter(3));

        assertThat(put(DOI, "{}").statusCode()).isEqualTo(429);
        assertThat(put(DOI, "{}").headers().firstValue("Retry-After")).hasValue("3");
        assertThat(put(DOI, "{}").statusCode()).isEqualTo(201);
    }

    @Test
    void countsRequestsAsDataCiteDoes() throws Exception {
        registrar.close();
        registrar = new RegistrarServer(folder.resolve("dois.json"), 0, ACCESS, new Allowance(1, Clock.systemUTC()));

        assertThat(put(DOI, "{}").statusCode()).isEqualTo(201);
        var answer = put(DOI, "{}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 301L);
    }

    @Test
    void carriesOutWhatItNeverAcknowledges() throws Exception {
        registrar.faults().add(Fault.once(Fault.Kind.LOST_ACKNOWLEDGEMENT).onlyFor("PUT"));
        patience = Duration.ofSeconds(1);

        assertThatThrownBy(() -> put(DOI, published(COMPLETE))).isInstanceOf(HttpTimeoutException.class);
        patience = Duration.ofMinutes(1);

        assertThat(state(DOI)).isEqualTo("findable");
    }

    @Test
    void takesFaultsOverHttp() throws Exception {
        var fault = HttpRequest.newBuilder(registrar.uri().resolve("/faults"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"fault\": \"outage\"}"))
                .build();

        assertThat(client.send(fault, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        assertThatThrownBy(() -> put(DOI, "{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> put(DOI, "{}")).isInstanceOf(IOException.class);

        assertThat(send("DELETE", "/faults", null).statusCode()).isEqualTo(204);
        assertThat(put(DOI, "{}").statusCode()).isEqualTo(201);
        assertThat(send("POST", "/faults", "{\"fault\": \"outage\"}").statusCode())
                .as("not said as application/json")
                .isEqualTo(415);
    }

    @Test
    void remembersWhatItAcknowledgedWhenItIsKilled() throws Exception {
        registrar.close();
        Path settings =
                Files.writeString(folder.resolve("registrar.properties"), """
                port=0
                file=%s
                user=DEMO.DERMARIUM
                password=secret
                prefix=10.5072
                """.formatted(folder.resolve("dois.json")));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RegistrarServer.class.getName(),
                        settings.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String hello = process.inputReader().readLine();
        URI address = URI.create(hello.substring(hello.indexOf("http")));

        assertThat(send(address, "PUT", "/dois/" + DOI, document(published(COMPLETE)))
                        .statusCode())
                .isEqualTo(201);
        process.destroyForcibly().waitFor();

        registrar = new RegistrarServer(folder.resolve("dois.json"), 0, ACCESS);
        assertThat(registrar.findable()).isEqualTo(List.of(DOI));
        assertThat(get("/dois/" + DOI).body()).contains("Naevi");
    }

    private String state(String doi) throws Exception {
        return Json.MAPPER
                .readTree(get("/dois/" + doi).body())
                .at("/data/attributes/state")
                .asString();
    }

    private static String published(String attributes) {
        return ((ObjectNode) Json.MAPPER.readTree(attributes))
                .put("event", "publish")
                .toString();
    }

    private HttpResponse<String> put(String doi, String attributes) throws Exception {
        return send("PUT", "/dois/" + doi, document(attributes));
    }

    private static String document(String attributes) {
        return "{\"data\": {\"type\": \"dois\", \"attributes\": " + attributes + "}}";
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(registrar.uri(), method, path, body);
    }

    private HttpResponse<String> send(URI address, String method, String path, String body) throws Exception {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        String account = Base64.getEncoder().encodeToString("DEMO.DERMARIUM:secret".getBytes());
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(patience)
                .header("Authorization", "Basic " + account)
                .header("Content-Type", "application/vnd.api+json")
                .method(method, publisher)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
