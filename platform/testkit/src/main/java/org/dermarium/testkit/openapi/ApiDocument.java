package org.dermarium.testkit.openapi;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document that is taken at its word: what it does not say may not be sent. Fields that it does not name
 * count as wrong, too.
 */
public final class ApiDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<URI, ApiDocument> KNOWN = new ConcurrentHashMap<>();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int BAD_REQUEST = 400;
    private static final String SPECIFICATION = "openapi-3.1-schema.json";
    private static final String HERE = "https://dermarium.example/openapi.json";

    private final JsonNode document;
    private final List<Operation> operations;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    public ApiDocument(JsonNode document) {
        this.document = document;
        this.operations = operations(document);
        JsonNode strict = document.deepCopy();
        close(strict);
        this.schemas = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(HERE, JSON.writeValueAsString(strict))));
    }

    /** That of a running service, read once. */
    public static ApiDocument of(URI service) {
        return KNOWN.computeIfAbsent(service.resolve("/v3/api-docs"), ApiDocument::read);
    }

    /** The answer of a service, which says what the service's document does. */
    public static <T> HttpResponse<T> checked(HttpResponse<T> answer) {
        String path = answer.uri().getPath();
        if (isAbout(path)) {
            require(of(answer.uri().resolve("/"))
                    .faults(
                            answer.request().method(),
                            path,
                            answer.statusCode(),
                            answer.headers().firstValue("Content-Type").orElse(null),
                            bytes(answer.body())));
        }
        return answer;
    }

    private static byte @Nullable [] bytes(@Nullable Object body) {
        return switch (body) {
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case byte[] bytes -> bytes;
            case null, default -> null;
        };
    }

    /** Whether such addresses stand in documents: those of the API, and what it sends people to. */
    static boolean isAbout(String path) {
        return path.startsWith("/api/") || path.equals("/download");
    }

    static void require(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    /** One operation, with the pattern of the paths that it answers. */
    private record Operation(String method, String path, Pattern pattern, JsonNode described, String pointer) {

        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    /** What is wrong with the document itself: against the specification, and against what readers may expect of it. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Schema specification = specification();
        specification.validate(document).forEach(error -> faults.add(error.toString()));
        Schema dialect = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> dialect.validate(schema.getValue())
                        .forEach(error -> faults.add(schema.getKey() + ": " + error)));
        Set<String> ids = new TreeSet<>();
        for (Operation operation : operations) {
            faults.addAll(faults(operation));
            if (!ids.add(operation.described.path("operationId").asString(""))) {
                faults.add(operation.name() + ": its operationId is another's");
            }
        }
        return faults;
    }

    /**
     * What is wrong with an answer.
     *
     * @param path without the query
     * @param type of the body; null for none
     * @param body null when it was not kept
     */
    public List<String> faults(String method, String path, int status, @Nullable String type, byte @Nullable [] body) {
        Operation operation = operations.stream()
                .filter(one -> one.method.equalsIgnoreCase(method)
                        && one.pattern.matcher(path).matches())
                // Of several the one with the fewest variables, as routers do it.
                .min(Comparator.comparingLong(
                        one -> one.path.chars().filter(c -> c == '{').count()))
                .orElse(null);
        if (operation == null) {
            boolean isAnswered = status < BAD_REQUEST && METHODS.contains(method.toLowerCase(Locale.ROOT));
            return isAnswered ? List.of(method + " " + path + " is not documented, and is answered") : List.of();
        }
        String what = operation.name() + " " + status;
        JsonNode described = operation.described.path("responses").path(Integer.toString(status));
        if (described.isMissingNode()) {
            return List.of(what + " is not documented");
        }
        String pointer = operation.pointer + "/responses/" + status;
        if (described.has("$ref")) {
            pointer = described.get("$ref").asString().substring(1);
            described = document.at(pointer);
        }
        JsonNode content = described.path("content");
        boolean isEmpty = body == null ? type == null : body.length == 0;
        if (isEmpty) {
            return content.isEmpty() ? List.of() : List.of(what + " should have a body");
        }
        String plain = type == null ? "" : type.split(";")[0].strip();
        if (!content.has(plain)) {
            return List.of(what + ": " + plain + " is not documented");
        }
        if (body == null || !plain.equals("application/json")) {
            return List.of();
        }
        return faults(what, pointer + "/content/application~1json/schema", body);
    }

    private List<String> faults(String what, String pointer, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            JSON.readTree(text);
        } catch (JacksonException e) {
            return List.of(what + " is no JSON: " + text);
        }
        Schema schema = compiled.computeIfAbsent(pointer, at -> schemas.getSchema(SchemaLocation.of(HERE + "#" + at)));
        return schema
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> what + ": " + error + " in " + text.substring(0, Math.min(text.length(), 600)))
                .toList();
    }

    private static List<String> faults(Operation operation) {
        List<String> faults = new ArrayList<>();
        if (operation.described.path("summary").asString("").isBlank()) {
            faults.add(operation.name() + " has no summary");
        }
        if (operation.described.path("operationId").asString("").isBlank()) {
            faults.add(operation.name() + " has no operationId");
        }
        operation.described.path("responses").properties().forEach(response -> {
            if (response.getValue().path("content").has("*/*")) {
                faults.add(operation.name() + " " + response.getKey() + " has no media type");
            }
        });
        operation.described.path("requestBody").path("content").properties().forEach(body -> {
            if (body.getKey().equals("application/json") && !body.getValue().has("example")) {
                faults.add(operation.name() + " has no example of its body");
            }
        });
        Set<String> parameters = new TreeSet<>();
        operation.described.path("parameters").forEach(parameter -> {
            String key = parameter.has("$ref")
                    ? parameter.get("$ref").asString()
                    : parameter.path("in").asString() + " "
                            + parameter.path("name").asString();
            if (!parameters.add(key)) {
                faults.add(operation.name() + " has two parameters " + key);
            }
            if (!parameter.has("$ref") && !parameter.has("schema") && !parameter.has("content")) {
                faults.add(operation.name() + " says nothing of " + key);
            }
        });
        return faults;
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey(),
                                path.getKey(),
                                Pattern.compile(path.getKey().replaceAll("\\{[^}]*}", "[^/]+")),
                                operation.getValue(),
                                "/paths/" + path.getKey().replace("~", "~0").replace("/", "~1") + "/"
                                        + operation.getKey()))));
        return operations;
    }

    /** Readers may meet fields that are new to them; a test may not. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && object.path("type").toString().contains("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    private static Schema specification() {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(SPECIFICATION))) {
            return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiDocument read(URI address) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + ": " + answer.statusCode());
            }
            return new ApiDocument(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
