package org.dermarium.embedded.registrar;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.dermarium.embedded.registrar.http.Answer;
import org.dermarium.embedded.registrar.http.Json;
import org.dermarium.embedded.registrar.http.Refused;
import org.dermarium.embedded.registrar.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /dois}: what DataCite's REST API does with one repository's DOIs. */
final class DoisApi {

    private static final String ROOT = "/dois";

    private final Access access;
    private final Dois dois;
    private final Clock clock;

    DoisApi(Access access, Dois dois, Clock clock) {
        this.access = access;
        this.dois = dois;
        this.clock = clock;
    }

    static boolean serves(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    Answer answer(Request request) {
        boolean known = access.admits(request.authorization());
        String id = request.path().length() <= ROOT.length() + 1
                ? ""
                : request.path().substring(ROOT.length() + 1).toLowerCase(Locale.ROOT);
        if (request.method().equals("GET")) {
            return id.isEmpty() ? list(request.query(), known) : read(id, known);
        }
        if (!known) {
            throw new Refused(401, "Bad credentials.");
        }
        return switch (request.method() + (id.isEmpty() ? "" : " one")) {
            case "POST" -> create(attributes(request.body()));
            case "PUT one" -> put(id, attributes(request.body()));
            case "DELETE one" -> delete(id);
            default -> throw new Refused(405, "Method not allowed");
        };
    }

    private Answer list(String query, boolean known) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        var data = body.putArray("data");
        dois.list().stream()
                .filter(doi -> known || doi.state() == Doi.State.FINDABLE)
                .filter(doi -> !query.startsWith("state=")
                        || query.equals("state=" + doi.state().word()))
                .forEach(doi -> data.add(doi.json()));
        body.putObject("meta").put("total", data.size());
        return Answer.json(200, body);
    }

    /** What is not findable exists only for its repository. */
    private Answer read(String id, boolean known) {
        return dois.find(id)
                .filter(doi -> known || doi.state() == Doi.State.FINDABLE)
                .map(doi -> Answer.json(200, wrapped(doi)))
                .orElseThrow(DoisApi::unknown);
    }

    private Answer create(JsonNode said) {
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        String prefix = said.path("prefix").asString(access.prefix());
        String id = said.path("doi").asString(prefix + "/" + suffix).toLowerCase(Locale.ROOT);
        return write(id, said, true);
    }

    /** Creates or changes, so whoever got no answer may simply ask again. */
    private Answer put(String id, JsonNode said) {
        return write(id, said, false);
    }

    private Answer write(String id, JsonNode said, boolean onlyNew) {
        Metadata.checkName(id);
        if (!access.owns(id)) {
            throw new Refused(403, "You are not authorized to access this resource.");
        }
        var outcome = new Object() {
            int status = 200;
        };
        dois.change(id, old -> {
            if (old != null && onlyNew) {
                throw new Refused(422, "doi", "This DOI has already been taken", id);
            }
            Instant now = clock.instant();
            outcome.status = old == null ? 201 : 200;
            Doi doi = (old == null ? Doi.draft(id, now) : old).changed(said, now);
            Metadata.check(doi);
            return doi;
        });
        return Answer.json(outcome.status, wrapped(dois.find(id).orElseThrow()));
    }

    private Answer delete(String id) {
        dois.change(id, old -> {
            if (old == null) {
                throw unknown();
            }
            if (old.state() != Doi.State.DRAFT) {
                throw new Refused(405, "Method not allowed");
            }
            return null;
        });
        return Answer.nothing();
    }

    private static JsonNode attributes(byte[] body) {
        try {
            JsonNode data = Json.MAPPER.readTree(body).path("data");
            if (data.path("type").asString("").equals("dois")
                    && data.path("attributes").isObject()) {
                return data.path("attributes");
            }
        } catch (JacksonException unreadable) {
            // Refused below, with the same words as a body of another form.
        }
        throw new Refused(400, "You need to provide a payload following the JSONAPI spec");
    }

    private static JsonNode wrapped(Doi doi) {
        return Json.MAPPER.createObjectNode().set("data", doi.json());
    }

    private static Refused unknown() {
        return new Refused(404, "The resource you are looking for doesn't exist.");
    }
}
