package org.dermarium.apidocs.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.util.StringUtils;

/**
 * Names operations by their addresses, which stay when methods are renamed: {@code getCollection}, {@code listCohorts},
 * {@code createTeamInvitation}, {@code setCollectionPinned}. What reads badly says a name of its own.
 */
final class OperationNames {

    private static final String API = "/api/v2/";

    private OperationNames() {}

    static void addTo(OpenAPI document) {
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (operation.getOperationId() == null) {
                        operation.setOperationId(name(method, path, operation, document));
                    }
                }));
    }

    private static String name(HttpMethod method, String path, Operation operation, OpenAPI document) {
        List<String> words = things(path);
        boolean namesOne = path.endsWith("}/");
        return switch (method) {
            case GET -> (!namesOne && isList(operation, document) ? "list" : "get") + join(words);
            case DELETE -> "delete" + join(words);
            case PATCH -> "edit" + join(words);
            case PUT -> "set" + join(words);
            default ->
                operation.getResponses().containsKey("201") || words.size() == 1
                        ? "create" + join(words.subList(0, words.size() - 1)) + capital(one(words.getLast()))
                        : action(words);
        };
    }

    /** {@code populate-from-list} of a collection is {@code populateCollectionFromList}. */
    private static String action(List<String> words) {
        String[] last = words.getLast().split("(?=[A-Z])", 2);
        return last[0] + join(words.subList(0, words.size() - 1)) + (last.length > 1 ? last[1] : "");
    }

    /** The fixed parts of the path; what a variable picks one of stands in the singular. */
    private static List<String> things(String path) {
        String[] parts = (path.startsWith(API) ? path.substring(API.length()) : path.substring(1)).split("/");
        List<String> things = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].startsWith("{")) {
                boolean picksOne = i + 1 < parts.length && parts[i + 1].startsWith("{");
                String thing = camel(parts[i]);
                things.add(picksOne ? one(thing) : thing);
            }
        }
        return things;
    }

    private static boolean isList(Operation operation, OpenAPI document) {
        var answer = operation.getResponses().get("200");
        if (answer == null || answer.getContent() == null) {
            return false;
        }
        Schema<?> schema = answer.getContent().values().iterator().next().getSchema();
        String reference = schema == null ? null : schema.get$ref();
        return reference != null && reference.startsWith(References.SCHEMAS + "Page")
                || schema != null
                        && schema.getTypes() != null
                        && schema.getTypes().contains("array");
    }

    private static String one(String many) {
        if (many.endsWith("ies")) {
            return many.substring(0, many.length() - 3) + "y";
        }
        if (many.endsWith("ches")) {
            return many.substring(0, many.length() - 2);
        }
        return many.endsWith("s") && !many.endsWith("ss") ? many.substring(0, many.length() - 1) : many;
    }

    private static String camel(String part) {
        List<String> words = Arrays.asList(part.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        return words.getFirst() + join(words.subList(1, words.size()));
    }

    private static String join(List<String> words) {
        var joined = new StringBuilder();
        words.forEach(word -> joined.append(capital(word)));
        return joined.toString();
    }

    private static String capital(String word) {
        return StringUtils.capitalize(word);
    }
}
