package org.dermarium.doi.datacite;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dermarium.doi.dataset.DataSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** DataCite's REST API. We choose the suffix and always PUT, which creates or changes: that makes every call repeatable. */
final class HttpDataCite implements Registrar {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String JSON_API = "application/vnd.api+json";
    private static final int LONGEST_REASON = 1000;

    private final RegistrarSettings settings;
    private final DataCiteClient client;
    private final URI publicUrl;
    private final Clock clock;

    HttpDataCite(RegistrarSettings settings, DataCiteClient client, URI publicUrl, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public void publish(DataSet dataSet) throws RegistrarAway, RegistrarRefused {
        ObjectNode attributes = attributes(dataSet);
        if (dataSet.publishedAt() == null) {
            DataCiteJson.putDates(attributes, clock.instant());
        }
        put("publish", dataSet.doi(), attributes.put("event", "publish"));
    }

    @Override
    public void draft(DataSet dataSet) throws RegistrarAway, RegistrarRefused {
        put("draft", dataSet.doi(), attributes(dataSet));
    }

    @Override
    public void discard(String doi) throws RegistrarAway, RegistrarRefused {
        HttpResponse<String> answer = send("discard", doi, "DELETE", BodyPublishers.noBody());
        if (answer.statusCode() != 404) {
            requireDone(answer);
        }
    }

    @Override
    public Optional<Registration> find(String doi) throws RegistrarAway {
        HttpResponse<String> answer = send("find", doi, "GET", BodyPublishers.noBody());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new RegistrarAway("the registrar does not say what it holds: " + reason(answer), null, null);
        }
        try {
            return Optional.of(
                    registration(doi, JSON.readTree(answer.body()).path("data").path("attributes")));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new RegistrarAway("the registrar's answer cannot be read", null, unreadable);
        }
    }

    private static Registration registration(String doi, JsonNode attributes) {
        String state = attributes.path("state").asString("").toUpperCase(Locale.ROOT);
        return new Registration(
                doi,
                Registration.State.valueOf(state),
                text(attributes.path("titles").path(0).path("title")),
                text(attributes.path("url")));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }

    private ObjectNode attributes(DataSet dataSet) {
        return DataCiteJson.attributes(
                dataSet, publicUrl.resolve(dataSet.path()).toString());
    }

    private void put(String operation, String doi, ObjectNode attributes) throws RegistrarAway, RegistrarRefused {
        String body = DataCiteJson.document(attributes).toString();
        requireDone(send(operation, doi, "PUT", BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String operation, String doi, String method, BodyPublisher body)
            throws RegistrarAway {
        String account = settings.user() + ":" + settings.password();
        String path = "dois/" + URLEncoder.encode(doi, StandardCharsets.UTF_8);
        String root = settings.url().toString();
        var request = HttpRequest.newBuilder(URI.create(root.endsWith("/") ? root + path : root + "/" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .header("Accept", JSON_API)
                .header("Content-Type", JSON_API)
                .header("User-Agent", "Dermarium (" + publicUrl + ")")
                .method(method, body)
                .build();
        return client.send(operation, request);
    }

    private static void requireDone(HttpResponse<String> answer) throws RegistrarRefused {
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            throw new RegistrarRefused(reason(answer));
        }
    }

    /** The registrar's own words, as it names the attribute that is wrong. */
    private static String reason(HttpResponse<String> answer) {
        List<String> said = new ArrayList<>();
        try {
            for (JsonNode error : JSON.readTree(answer.body()).path("errors")) {
                String source = error.path("source").asString("");
                String title = error.path("title").asString("");
                said.add(source.isEmpty() ? title : source + ": " + title);
            }
        } catch (JacksonException noJson) {
            // A proxy in between; the status has to do.
        }
        String reason = "status " + answer.statusCode() + (said.isEmpty() ? "" : ", " + String.join("; ", said));
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
