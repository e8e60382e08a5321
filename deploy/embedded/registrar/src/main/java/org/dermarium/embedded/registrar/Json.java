package org.dermarium.embedded.registrar;

import tools.jackson.databind.json.JsonMapper;

/** The one mapper. */
final class Json {

    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}
}
