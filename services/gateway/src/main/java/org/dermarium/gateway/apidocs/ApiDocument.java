package org.dermarium.gateway.apidocs;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One OpenAPI 3.1 document made of several; only what the gateway lets through is in it. */
final class ApiDocument {

    private static final String API = "/api/v2/";
    /** Beside the API's own root; everything else that services have is for the archive itself. */
    private static final Set<String> OTHERS =
            Set.of("/download", "/oauth/authorize/", "/oauth/token/", "/oauth/revoke_token/");

    private final URI publicUrl;
    private final Components components = new Components();
    private final ObjectNode paths = JsonNodeFactory.instance.objectNode();
    private final Set<String> operationIds = new HashSet<>();

    ApiDocument(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Adds what a service says of itself; the document given is used up. */
    void add(String service, ObjectNode document) {
        components.add(service, document);
        for (var path : document.path("paths").properties()) {
            if (path.getKey().startsWith(API) || OTHERS.contains(path.getKey())) {
                add(service, path.getKey(), path.getValue());
            }
        }
    }

    private void add(String service, String path, JsonNode operations) {
        ObjectNode target = paths.withObjectProperty(path);
        for (var operation : operations.properties()) {
            if (operation.getValue() instanceof ObjectNode described) {
                describe(service, path, described);
            }
            target.set(operation.getKey(), operation.getValue());
        }
    }

    /** Readers look for things, not for the classes that serve them. */
    private void describe(String service, String path, ObjectNode operation) {
        String place = path.startsWith(API) ? path.substring(API.length()) : path.substring(1);
        operation.putArray("tags").add(place.split("/")[0]);
        String id = operation.path("operationId").asString("");
        if (!id.isEmpty() && !operationIds.add(id)) {
            operation.put("operationId", service + "_" + id);
            operationIds.add(service + "_" + id);
        }
    }

    /** @param missing services that did not answer, so that their operations are not in it */
    ObjectNode with(Collection<String> missing) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("openapi", "3.1.0");
        whole.putObject("info")
                .put("title", "Dermarium")
                .put("version", "v2")
                .put("description", "An open archive for skin images. Lists are paged, refusals are JSON.");
        whole.putArray("servers").addObject().put("url", publicUrl.toString());
        whole.set("paths", paths);
        whole.set("components", components.merged());
        missing.forEach(service -> whole.withArrayProperty("x-missing").add(service));
        return whole;
    }
}
