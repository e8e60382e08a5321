package org.dermarium.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components that the documents of all services share; their names are the same everywhere. */
final class SharedDescriptions {

    static final String BEARER = "bearer";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    static final String REFUSED = "Refused";
    static final String UNAUTHORIZED = "Unauthorized";
    static final String NOT_FOUND = "NotFound";
    static final String UNPROCESSABLE = "Unprocessable";
    static final String UNAVAILABLE = "Unavailable";

    private static final int LONGEST_KEY = 255;

    private SharedDescriptions() {}

    static void addTo(OpenAPI document) {
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token. One that is expired or revoked counts as none."));
        components.addParameters(LIMIT, limit());
        components.addParameters(CURSOR, cursor());
        components.addParameters(IDEMPOTENCY_KEY, idempotencyKey());
        components.addSchemas("Problem", problem());
        addRefusals(components);
        document.setComponents(components);
    }

    private static Parameter limit() {
        Schema<?> schema = schema("integer", "Rows a page. 0 means 100, larger numbers are cut to it.");
        schema.setDefault(PageRequest.MAX_LIMIT);
        return new QueryParameter()
                .name(LIMIT)
                .description(schema.getDescription())
                .schema(schema);
    }

    private static Parameter cursor() {
        String rule = "Where the page begins: taken from `next` or `previous` of another page, never made up.";
        return new QueryParameter().name(CURSOR).description(rule).schema(schema("string", rule));
    }

    private static Parameter idempotencyKey() {
        Schema<?> schema = schema("string", "1 to 255 printable ASCII characters.");
        schema.setMinLength(1);
        schema.setMaxLength(LONGEST_KEY);
        return new HeaderParameter().name("Idempotency-Key").description("""
                        Made up by the client for one thing that it wants done. Sent again with the same request within \
                        48 hours, the thing is not done again and the first answer is repeated. With another request \
                        it is refused with 422, and while the first one is at it with 409.\
                        """).schema(schema);
    }

    private static void addRefusals(Components components) {
        Schema<?> reason = object(Map.of("detail", schema("string", "The reason.")));
        components.addResponses(UNAUTHORIZED, answer("Needs an account, or one with more rights.", reason));
        components.addResponses(NOT_FOUND, answer("Not there, or not for this caller to see.", reason));
        components.addResponses(
                UNAVAILABLE, answer("Away for a moment; the header Retry-After says how long.", reason));
        var either = new JsonSchema();
        either.addOneOfItem(object(Map.of("message", schema("string", "The rule that is broken."))));
        either.addOneOfItem(object(Map.of("error", schema("string", "The rule that is broken."))));
        components.addResponses(REFUSED, answer("A rule of the archive refuses it; nothing was changed.", either));
        var problems = new JsonSchema();
        problems.addType("array");
        problems.setItems(new JsonSchema().$ref("#/components/schemas/Problem"));
        components.addResponses(
                UNPROCESSABLE,
                answer("Not of the shape asked for; nothing was changed.", object(Map.of("detail", problems))));
    }

    private static Schema<?> problem() {
        var properties = new LinkedHashMap<String, Schema<?>>();
        properties.put("type", schema("string", "A short code such as missing or int_parsing."));
        Schema<?> loc = schema("array", "Where: query, path or body, then names and indexes.");
        loc.setItems(new JsonSchema());
        properties.put("loc", loc);
        properties.put("msg", schema("string", "What is wrong, for people."));
        properties.put("ctx", schema("object", "The bounds or values that the message speaks of."));
        return object(properties);
    }

    private static ApiResponse answer(String description, Schema<?> body) {
        var content = new Content().addMediaType("application/json", new MediaType().schema(body));
        return new ApiResponse().description(description).content(content);
    }

    private static Schema<?> object(Map<String, Schema<?>> properties) {
        Schema<?> object = new JsonSchema();
        object.addType("object");
        properties.forEach(object::addProperty);
        return object;
    }

    private static Schema<?> schema(String type, String description) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }
}
