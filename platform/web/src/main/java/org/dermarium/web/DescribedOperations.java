package org.dermarium.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what its method's arguments imply and its annotations cannot say. */
class DescribedOperations implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (operation.getSummary() == null) {
            operation.setSummary(words(method.getMethod().getName()));
        }
        boolean isForCallers = takes(method, Caller.class);
        if (takes(method, PageRequest.class)) {
            operation.addParametersItem(new Parameter().$ref(SharedDescriptions.LIMIT));
            operation.addParametersItem(new Parameter().$ref(SharedDescriptions.CURSOR));
        }
        if (isForCallers && writes(method, RequestMethod.POST)) {
            operation.addParametersItem(new Parameter().$ref(SharedDescriptions.IDEMPOTENCY_KEY));
        }
        if (isForCallers) {
            // Whether a stranger is let in is decided in the method, often by what he asks for.
            operation.security(
                    List.of(new SecurityRequirement().addList(SharedDescriptions.BEARER), new SecurityRequirement()));
        }
        refusals(operation, method, isForCallers);
        return operation;
    }

    private static void refusals(Operation operation, HandlerMethod method, boolean isForCallers) {
        ApiResponses responses = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        boolean takesInput = operation.getRequestBody() != null
                || operation.getParameters() != null
                        && !operation.getParameters().isEmpty();
        boolean namesOne =
                Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(PathVariable.class));
        add(responses, mayBreakARule(operation, method), "400", SharedDescriptions.REFUSED);
        add(responses, isForCallers, "401", SharedDescriptions.UNAUTHORIZED);
        add(responses, namesOne, "404", SharedDescriptions.NOT_FOUND);
        add(responses, takesInput, "422", SharedDescriptions.UNPROCESSABLE);
        add(responses, true, "503", SharedDescriptions.UNAVAILABLE);
        operation.setResponses(responses);
    }

    private static boolean writes(HandlerMethod method, RequestMethod how) {
        var mapping = method.getMethodAnnotation(RequestMapping.class);
        return mapping != null && List.of(mapping.method()).contains(how);
    }

    private static boolean mayBreakARule(Operation operation, HandlerMethod method) {
        var mapping = method.getMethodAnnotation(RequestMapping.class);
        boolean writes = mapping != null && !List.of(mapping.method()).contains(RequestMethod.GET);
        boolean asks = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "query".equals(p.getIn()));
        return writes || asks;
    }

    private static void add(ApiResponses responses, boolean applies, String status, String name) {
        if (applies && !responses.containsKey(status)) {
            responses.addApiResponse(status, new ApiResponse().$ref(name));
        }
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == type);
    }

    /** {@code makePublic} reads "Make public". */
    private static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
