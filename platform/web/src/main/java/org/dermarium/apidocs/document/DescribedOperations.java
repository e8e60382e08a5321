package org.dermarium.apidocs.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.apidocs.Refuses;
import org.dermarium.apidocs.Sends;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what its method's arguments imply and what its annotations say. */
class DescribedOperations implements OperationCustomizer {

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String EVENTS = org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Access access = Access.of(method);
        var described = method.getMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        if (described == null || described.operationId().isEmpty()) {
            // Named by its address in the end, where a method's name says nothing.
            operation.setOperationId(null);
        }
        leaveOutMaps(operation, method);
        if (takes(method, PageRequest.class) && !isHidden(method, PageRequest.class)) {
            operation.addParametersItem(new Parameter().$ref(SharedDescriptions.LIMIT));
            operation.addParametersItem(new Parameter().$ref(SharedDescriptions.CURSOR));
        }
        if (takesKey(method, access)) {
            operation.addParametersItem(new Parameter().$ref(SharedDescriptions.IDEMPOTENCY_KEY));
        }
        if (access != Access.OPEN) {
            var bearer = new SecurityRequirement().addList(SharedDescriptions.BEARER);
            operation.security(access.needsAccount() ? List.of(bearer) : List.of(bearer, new SecurityRequirement()));
        }
        if (access == Access.STAFF) {
            operation.setDescription(Stream.of("For staff.", operation.getDescription())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")));
        }
        answer(operation, method);
        refusals(operation, method, access);
        return operation;
    }

    /** A map of all parameters says nothing of them: who takes one describes each by an annotation. */
    private static void leaveOutMaps(Operation operation, HandlerMethod method) {
        List<String> maps = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))
                .map(MethodParameter::getParameterName)
                .toList();
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> maps.contains(parameter.getName()));
        }
    }

    private static void answer(Operation operation, HandlerMethod method) {
        ApiResponses responses = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        operation.setResponses(responses);
        @Nullable Sends sends = method.getMethodAnnotation(Sends.class);
        responses.forEach((status, response) -> {
            if (status.startsWith("2") && sends != null) {
                response.setContent(content(sends));
            } else if (response.getContent() != null && response.getContent().containsKey(EVENTS)) {
                response.getContent().get(EVENTS).setSchema(text("Server-sent events; the data of each is JSON."));
            }
        });
        if (sends != null && sends.inParts()) {
            var part = new ApiResponse()
                    .description("The part that was asked for.")
                    .content(content(sends));
            responses.addApiResponse("206", part.addHeaderObject("Content-Range", new Header().schema(text(null))));
            responses.addApiResponse("416", new ApiResponse().description("No such part."));
        }
    }

    private static Content content(Sends sends) {
        var content = new Content();
        for (String type : sends.value()) {
            content.addMediaType(type, new MediaType().schema(bytes(type)));
        }
        return content;
    }

    private static Schema<?> bytes(String type) {
        Schema<?> schema = text(null);
        if (!type.startsWith("text/")) {
            schema.setFormat("binary");
        }
        return schema;
    }

    private static Schema<?> text(@Nullable String description) {
        Schema<?> schema = new JsonSchema();
        schema.addType("string");
        schema.setDescription(description);
        return schema;
    }

    private static void refusals(Operation operation, HandlerMethod method, Access access) {
        boolean takesBody = operation.getRequestBody() != null;
        boolean asks =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        boolean writes = !is(method, RequestMethod.GET);
        boolean namesOne =
                Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(PathVariable.class));
        Set<Integer> statuses = new TreeSet<>(Set.of(406, 429, 503));
        add(statuses, writes || isSearch(operation), 400);
        add(statuses, access.needsAccount(), 401);
        add(statuses, takesKey(method, access), 409);
        add(statuses, namesOne, 404);
        add(statuses, takesBody, 413, 415);
        add(statuses, takesBody || asks, 422);
        for (Refuses refuses : refuses(method)) {
            Arrays.stream(refuses.value()).forEach(statuses::add);
        }
        statuses.forEach(status -> operation
                .getResponses()
                .computeIfAbsent(
                        Integer.toString(status), any -> new ApiResponse().$ref(SharedDescriptions.refusal(status))));
    }

    /** What is asked with a key while the same is at work has to wait. */
    private static boolean takesKey(HandlerMethod method, Access access) {
        return access.needsAccount() && is(method, RequestMethod.POST);
    }

    /** A search may be one that cannot be read. */
    private static boolean isSearch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "query".equals(p.getName()));
    }

    private static List<Refuses> refuses(HandlerMethod method) {
        return Stream.of(
                        method.getMethodAnnotation(Refuses.class),
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Refuses.class))
                .filter(Objects::nonNull)
                .toList();
    }

    private static void add(Set<Integer> statuses, boolean applies, Integer... more) {
        if (applies) {
            statuses.addAll(List.of(more));
        }
    }

    private static boolean is(HandlerMethod method, RequestMethod how) {
        var mapping = method.getMethodAnnotation(RequestMapping.class);
        return mapping != null && List.of(mapping.method()).contains(how);
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == type);
    }

    private static boolean isHidden(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .filter(p -> p.getParameterType() == type)
                .anyMatch(p -> p.hasParameterAnnotation(io.swagger.v3.oas.annotations.Parameter.class));
    }
}
