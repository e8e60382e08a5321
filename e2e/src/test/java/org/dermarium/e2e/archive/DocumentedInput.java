package org.dermarium.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dermarium.client.Api;
import org.dermarium.testkit.Eventually;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What the OpenAPI document says that its operations take: a body of the right shape for each, and where its texts are. */
public final class DocumentedInput {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 5;
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    public DocumentedInput(JsonNode document) {
        this.document = document;
    }

    /** The archive's document, once each service is in it: one that is busy may need a second question. */
    public static JsonNode document(Api api) {
        var whole = new AtomicReference<JsonNode>();
        Eventually.await("each service is in the document", BOUND, () -> {
            whole.set(api.get(ANONYMOUS, "/api/v2/openapi.json").success());
            assertThat(whole.get().path("x-missing")).isEmpty();
        });
        return whole.get();
    }

    /**
     * One operation.
     *
     * @param path with names in braces
     * @param body of the right shape, or null when it takes none in JSON
     * @param texts JSON pointers to the texts of the body
     * @param parameters names of those of the query
     */
    public record Operation(String method, String path, JsonNode body, List<String> texts, List<String> parameters) {

        /** The path of a thing that is not there. */
        public String nowhere() {
            return path.replaceAll("\\{[^}]*}", "999999999");
        }

        /** The body with another text in this place. */
        public JsonNode with(String pointer, String text) {
            JsonNode copy = body.deepCopy();
            int last = pointer.lastIndexOf('/');
            JsonNode parent = copy.at(pointer.substring(0, last));
            String step = pointer.substring(last + 1);
            if (parent instanceof ObjectNode object) {
                object.put(step, text);
            } else {
                ((ArrayNode) parent)
                        .set(Integer.parseInt(step), JSON.getNodeFactory().stringNode(text));
            }
            return copy;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                operations.add(read(operation.getKey(), path.getKey(), operation.getValue()))));
        return operations;
    }

    private Operation read(String method, String path, JsonNode operation) {
        JsonNode schema = resolved(operation.at("/requestBody")).at("/content/application~1json/schema");
        List<String> texts = new ArrayList<>();
        JsonNode body = schema.isMissingNode() ? null : sample(schema, "", texts::add, 0);
        List<String> parameters = new ArrayList<>();
        operation.path("parameters").forEach(p -> {
            JsonNode parameter = resolved(p);
            if (parameter.path("in").asString("").equals("query")) {
                parameters.add(parameter.get("name").asString());
            }
        });
        return new Operation(method.toUpperCase(Locale.ROOT), path, body, texts, parameters);
    }

    private JsonNode sample(JsonNode given, String pointer, Consumer<String> texts, int depth) {
        JsonNode schema = resolved(given);
        JsonNodeFactory nodes = JSON.getNodeFactory();
        return switch (type(schema)) {
            case "object" -> object(schema, pointer, texts, depth);
            case "array" -> {
                var array = nodes.arrayNode();
                if (depth < DEEPEST) {
                    array.add(sample(schema.path("items"), pointer + "/0", texts, depth + 1));
                }
                yield array;
            }
            case "integer", "number" -> nodes.numberNode(1);
            case "boolean" -> nodes.booleanNode(true);
            default -> {
                texts.accept(pointer);
                yield nodes.stringNode(
                        schema.path("enum").isEmpty()
                                ? "text"
                                : schema.at("/enum/0").asString());
            }
        };
    }

    private ObjectNode object(JsonNode schema, String pointer, Consumer<String> texts, int depth) {
        ObjectNode object = JSON.createObjectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .properties()
                    .forEach(p ->
                            object.set(p.getKey(), sample(p.getValue(), pointer + "/" + p.getKey(), texts, depth + 1)));
            if (schema.path("properties").isEmpty()) {
                object.put("anything", "text");
                texts.accept(pointer + "/anything");
            }
        }
        return object;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(JsonNode::asString)
                    .filter(t -> !t.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isString()) {
            return resolved(document.at(reference.asString().substring(1)));
        }
        JsonNode first = Stream.of("oneOf", "anyOf", "allOf")
                .map(choice -> node.path(choice).path(0))
                .filter(choice -> !choice.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
        return first.isMissingNode() ? node : resolved(first);
    }
}
