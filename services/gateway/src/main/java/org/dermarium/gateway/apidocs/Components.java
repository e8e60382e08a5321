package org.dermarium.gateway.apidocs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The components of several documents under names that mean one thing each. What services define alike is kept once; what
 * only shares a name gets the service's name before it.
 */
final class Components {

    private static final String ROOT = "#/components/";

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();

    ObjectNode merged() {
        return merged;
    }

    /** Adds a service's components and changes its document, so that it refers to them by their new names. */
    void add(String service, ObjectNode document) {
        if (!(document.get("components") instanceof ObjectNode components)) {
            return;
        }
        Map<String, String> renamed = renamed(service, components);
        point(document, renamed);
        for (var section : components.properties()) {
            ObjectNode target = merged.withObjectProperty(section.getKey());
            for (var component : section.getValue().properties()) {
                String reference = reference(section.getKey(), component.getKey());
                String name = renamed.getOrDefault(reference, reference);
                target.set(name.substring(name.lastIndexOf('/') + 1), component.getValue());
            }
        }
    }

    /** Old references to new ones: of what differs, and of what looks the same but refers to something that differs. */
    private Map<String, String> renamed(String service, ObjectNode components) {
        Map<String, String> names = new HashMap<>();
        int before;
        do {
            before = names.size();
            for (var section : components.properties()) {
                for (var component : section.getValue().properties()) {
                    JsonNode known = merged.path(section.getKey()).get(component.getKey());
                    boolean differs = known != null
                            && (!known.equals(component.getValue()) || refersToAny(known, names.keySet()));
                    if (differs) {
                        names.put(
                                reference(section.getKey(), component.getKey()),
                                reference(section.getKey(), capital(service) + component.getKey()));
                    }
                }
            }
        } while (names.size() > before);
        return names;
    }

    private static boolean refersToAny(JsonNode node, Set<String> references) {
        Set<String> used = new HashSet<>(node.findValuesAsString("$ref"));
        used.retainAll(references);
        return !used.isEmpty();
    }

    private static void point(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object
                && object.path("$ref").isString()
                && renamed.containsKey(object.path("$ref").asString())) {
            object.put("$ref", renamed.get(object.path("$ref").asString()));
        }
        node.forEach(child -> point(child, renamed));
    }

    private static String reference(String section, String name) {
        return ROOT + section + "/" + name;
    }

    private static String capital(String service) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1);
    }
}
