package org.dermarium.embedded.registrar;

import java.util.Locale;
import org.dermarium.embedded.registrar.http.Answer;
import org.dermarium.embedded.registrar.http.Json;
import org.dermarium.embedded.registrar.http.Refused;
import org.dermarium.embedded.registrar.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code /faults}, for tests and drills: {@code POST {"fault":"too-many-requests","times":3,"retry_after":2,
 * "method":"PUT"}}, {@code GET} for those that wait, {@code DELETE} to lift them all. Without {@code times} a fault
 * lasts until it is lifted. It must say {@code application/json}, which pages of other origins cannot send.
 */
final class FaultsApi {

    static final String PATH = "/faults";

    private final Faults faults;

    FaultsApi(Faults faults) {
        this.faults = faults;
    }

    Answer answer(Request request) {
        switch (request.method()) {
            case "GET" -> {
                return waiting(200);
            }
            case "POST" -> {
                faults.add(fault(request));
                return waiting(201);
            }
            case "DELETE" -> {
                faults.lift();
                return Answer.nothing();
            }
            default -> throw new Refused(405, "Method not allowed");
        }
    }

    private Answer waiting(int status) {
        var list = Json.MAPPER.createArrayNode();
        for (Fault fault : faults.waiting()) {
            list.addObject()
                    .put("fault", fault.kind().word())
                    .put("times", fault.times())
                    .put("retry_after", fault.retryAfterSeconds())
                    .put("method", fault.method());
        }
        return Answer.json(status, list);
    }

    private static Fault fault(Request request) {
        String type = request.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Refused(415, "Faults are told as application/json");
        }
        try {
            JsonNode said = Json.MAPPER.readTree(request.body());
            String method = said.path("method").asString("");
            return new Fault(
                    Fault.Kind.of(said.path("fault").asString("")),
                    said.path("times").asInt(Integer.MAX_VALUE),
                    said.path("retry_after").asInt(-1),
                    method.isEmpty() ? null : method);
        } catch (JacksonException unreadable) {
            throw new Refused(400, "Not JSON");
        }
    }
}
