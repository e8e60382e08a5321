package org.dermarium.embedded.registrar;

import java.time.Instant;
import java.util.Locale;
import org.dermarium.embedded.registrar.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A DOI as it is kept.
 *
 * @param attributes what the repository said of it; never changed in place
 * @param registered when it began to resolve, null while it is a draft
 */
record Doi(
        String id,
        State state,
        ObjectNode attributes,
        Instant created,
        Instant updated,
        @Nullable Instant registered) {

    /** A draft can be removed; what is registered resolves for ever; what is findable is also listed. */
    enum State {
        DRAFT,
        REGISTERED,
        FINDABLE;

        /** Where an event leads; one that does not apply changes nothing, as at DataCite. */
        State after(String event) {
            return switch (event) {
                case "publish" -> FINDABLE;
                case "register" -> this == DRAFT ? REGISTERED : this;
                case "hide" -> this == FINDABLE ? REGISTERED : this;
                case "show" -> this == REGISTERED ? FINDABLE : this;
                default -> this;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Doi draft(String id, Instant now) {
        return new Doi(id, State.DRAFT, Json.MAPPER.createObjectNode(), now, now, null);
    }

    boolean resolves() {
        return state != State.DRAFT;
    }

    String url() {
        return attributes.path("url").asString("");
    }

    String title() {
        return attributes.path("titles").path(0).path("title").asString("");
    }

    /** What a request says replaces what was there, attribute by attribute. */
    Doi changed(JsonNode said, Instant now) {
        ObjectNode merged = attributes.deepCopy();
        said.properties().forEach(one -> merged.set(one.getKey(), one.getValue()));
        merged.remove("event");
        State next = state.after(said.path("event").asString(""));
        Instant since = registered == null && next != State.DRAFT ? now : registered;
        return new Doi(id, next, merged, created, now, since);
    }

    /** As a JSON:API resource. */
    ObjectNode json() {
        ObjectNode shown = attributes.deepCopy();
        shown.put("doi", id);
        shown.put("prefix", id.substring(0, id.indexOf('/')));
        shown.put("suffix", id.substring(id.indexOf('/') + 1));
        shown.put("state", state.word());
        shown.put("isActive", state == State.FINDABLE);
        shown.put("created", created.toString());
        shown.put("updated", updated.toString());
        shown.put("registered", registered == null ? null : registered.toString());
        ObjectNode resource = Json.MAPPER.createObjectNode().put("id", id).put("type", "dois");
        resource.set("attributes", shown);
        return resource;
    }

    static Doi of(JsonNode resource) {
        ObjectNode attributes = (ObjectNode) resource.path("attributes").deepCopy();
        String registered = attributes.path("registered").asString("");
        return new Doi(
                resource.path("id").asString(""),
                State.valueOf(attributes.path("state").asString("").toUpperCase(Locale.ROOT)),
                attributes,
                Instant.parse(attributes.path("created").asString("")),
                Instant.parse(attributes.path("updated").asString("")),
                registered.isEmpty() ? null : Instant.parse(registered));
    }
}
