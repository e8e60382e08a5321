package org.dermarium.apidocs.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;

/** The components that the documents of all services share; their names are the same everywhere. */
final class SharedDescriptions {

    static final String BEARER = "bearer";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    static final String PROBLEM = "Problem";

    private static final Map<Integer, String> REFUSALS = Map.ofEntries(
            Map.entry(400, "Refused"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "Unprocessable"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(503, "Unavailable"));

    private static final int LONGEST_KEY = 255;

    private SharedDescriptions() {}

    /** Refers to the answer with this status. */
    static String refusal(int status) {
        String name = REFUSALS.get(status);
        if (name == null) {
            throw new IllegalArgumentException("No refusal is described for " + status);
        }
        return "#/components/responses/" + name;
    }

    static void addTo(OpenAPI document) {
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "An access token, got as `oauth` says. One that is expired or revoked counts as none."));
        components.addSecuritySchemes("oauth", oauth());
        components.addParameters(LIMIT, limit());
        components.addParameters(CURSOR, cursor());
        components.addParameters(IDEMPOTENCY_KEY, idempotencyKey());
        components.addSchemas(PROBLEM, problem());
        components.addSchemas("Reason", object(Map.of("detail", schema("string", "The reason."))));
        components.addSchemas("Error", object(Map.of("error", schema("string", "The rule that is broken."))));
        components.addSchemas("Problems", object(Map.of("detail", list(PROBLEM, "All that is wrong."))));
        components.addSchemas("Refusal", refusal());
        addRefusals(components);
        document.setComponents(components);
    }

    /** How a program comes by a token. */
    private static SecurityScheme oauth() {
        var code = new OAuthFlow()
                .authorizationUrl("/oauth/authorize/")
                .tokenUrl("/oauth/token/")
                .refreshUrl("/oauth/token/")
                .scopes(new Scopes()
                        .addString("identity", "Who somebody is, and all that they may do.")
                        .addString("image:read", "Reading images.")
                        .addString("image:write", "Uploading images."));
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("With PKCE (S256). A token is revoked at `/oauth/revoke_token/`.")
                .flows(new OAuthFlows().authorizationCode(code));
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
        add(components, 400, "A rule of the archive refuses it, or it is no JSON; nothing was changed.", "Refusal")
                .addHeaderObject("Query-Error", header("Where and why reading a search query stopped."));
        add(components, 401, "Needs an account, or one with more rights.", "Reason");
        add(components, 403, "Known and understood, but not allowed.", "Error");
        add(components, 404, "Not there, or not for this caller to see.", "Reason");
        add(components, 406, "Not in a media type that was asked for.", "Reason");
        add(components, 409, "Not in the present state; with Retry-After, not at this moment.", "Error")
                .addHeaderObject("Retry-After", seconds());
        add(components, 410, "Was public and has been withdrawn, with the reason.", "Reason");
        add(components, 413, "More bytes than are taken.", "Reason");
        add(components, 415, "Not in a media type that is read.", "Reason");
        add(components, 422, "Not of the shape asked for; nothing was changed.", "Problems");
        add(components, 429, "Too many requests, or too much begun.", "Refusal")
                .addHeaderObject("Retry-After", seconds());
        add(components, 503, "Away for a moment.", "Reason").addHeaderObject("Retry-After", seconds());
    }

    private static ApiResponse add(Components components, int status, String description, String schema) {
        var content = new Content().addMediaType("application/json", new MediaType().schema(reference(schema)));
        ApiResponse response = new ApiResponse().description(description).content(content);
        components.addResponses(REFUSALS.get(status), response);
        return response;
    }

    private static Header seconds() {
        return new Header().description("Seconds to wait.").schema(schema("integer", null));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(schema("string", null));
    }

    /** One of the shapes that existing clients know. */
    private static Schema<?> refusal() {
        Schema<?> byField = object(Map.of(
                "field", schema("string", "Of the metadata; empty for all."), "message", schema("string", null)));
        Schema<?> errors = schema("array", "By field, where the rule is about several.");
        errors.setItems(byField);
        Schema<?> problems = schema("array", "What is wrong with a table, and where.");
        problems.setItems(schema("object", null));
        Schema<?> message = object(Map.of("message", schema("string", "The rule that is broken.")));
        message.addProperty("errors", errors);
        message.addProperty("problems", problems);
        Schema<?> upload = schema("object", "Of the upload protocol: what is wrong, by field.");
        Schema<?> texts = schema("array", null);
        texts.setItems(schema("string", null));
        upload.setAdditionalProperties(texts);
        var either = new JsonSchema();
        either.setOneOf(List.of(message, reference("Error"), reference("Reason"), upload));
        return either;
    }

    private static Schema<?> problem() {
        Schema<?> problem = schema("object", null);
        Schema<?> loc = list(null, "Where: query, path, body or header, then names and indexes.");
        Schema<?> step = new JsonSchema();
        step.addType("string");
        step.addType("integer");
        loc.setItems(step);
        problem.addProperty("type", schema("string", "A short code such as missing or int_parsing."));
        problem.addProperty("loc", loc);
        problem.addProperty("msg", schema("string", "What is wrong, for people."));
        problem.addProperty("ctx", schema("object", "The bounds or values that the message speaks of."));
        problem.setRequired(List.of("loc", "msg"));
        return problem;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(References.SCHEMAS + name);
    }

    private static Schema<?> list(@Nullable String of, String description) {
        Schema<?> list = schema("array", description);
        if (of != null) {
            list.setItems(reference(of));
        }
        return list;
    }

    private static Schema<?> object(Map<String, Schema<?>> properties) {
        Schema<?> object = new JsonSchema();
        object.addType("object");
        // Sorted: all services must say it in the same words.
        new TreeMap<>(properties).forEach(object::addProperty);
        object.setRequired(properties.keySet().stream().sorted().toList());
        return object;
    }

    private static Schema<?> schema(String type, @Nullable String description) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }
}
