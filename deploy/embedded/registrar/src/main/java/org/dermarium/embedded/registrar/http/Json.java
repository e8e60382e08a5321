package org.dermarium.embedded.registrar.http;

import tools.jackson.databind.json.JsonMapper;

/** The one mapper. */
public final class Json {

    public static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}
}
