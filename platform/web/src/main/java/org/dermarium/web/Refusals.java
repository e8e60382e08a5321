package org.dermarium.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns what goes wrong into the shapes of the contract; nothing of the inside ever shows. */
@Hidden
@RestControllerAdvice
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        var answer = ResponseEntity.status(refusal.status());
        if (refusal instanceof Unavailable away) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, away.retryAfter().toSeconds())));
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(refusal.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongMethod(MethodNotAllowedException e) {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .headers(e.getHeaders())
                .contentType(MediaType.TEXT_PLAIN)
                .body("Method not allowed");
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(ServerWebInputException e) {
        if (e.getCause() instanceof DecodingException decoding) {
            return decoding.getCause() instanceof DatabindException wrong
                    ? refused(new Unprocessable(problem(wrong)))
                    : json(HttpStatus.BAD_REQUEST, Map.of("detail", "Cannot parse request body"));
        }
        if (e.getCause() instanceof TypeMismatchException mismatch) {
            return refused(new Unprocessable(problem(e, mismatch)));
        }
        if (e instanceof MissingRequestValueException missing) {
            return refused(new Unprocessable(Problem.missing(place(e, missing.getName()))));
        }
        return refused(new Unprocessable(Problem.missing(Problem.body())));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(DataBufferLimitException e) {
        return json(HttpStatus.CONTENT_TOO_LARGE, Map.of("detail", "Request body too large"));
    }

    @ExceptionHandler
    ResponseEntity<Object> other(ResponseStatusException e) {
        String reason = HttpStatus.valueOf(e.getStatusCode().value()).getReasonPhrase();
        return json(HttpStatus.valueOf(e.getStatusCode().value()), Map.of("detail", reason));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        log.error("Request failed", e);
        return json(HttpStatus.INTERNAL_SERVER_ERROR, Map.of("detail", "Internal Server Error"));
    }

    private static ResponseEntity<Object> json(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static Problem problem(DatabindException e) {
        List<Object> path = new ArrayList<>(Problem.body());
        for (JacksonException.Reference step : e.getPath()) {
            path.add(step.getPropertyName() != null ? step.getPropertyName() : (Object) step.getIndex());
        }
        if (e instanceof UnrecognizedPropertyException) {
            return new Problem("extra_forbidden", path, "Extra inputs are not permitted", null);
        }
        if (path.size() == 2) {
            return new Problem(
                    "model_attributes_type",
                    path,
                    "Input should be a valid dictionary or object to extract fields from",
                    null);
        }
        return new Problem("type_error", path, "Input should have another type", null);
    }

    private static Problem problem(ServerWebInputException e, TypeMismatchException mismatch) {
        var parameter = e.getMethodParameter();
        String name = parameter == null ? "value" : String.valueOf(parameter.getParameterName());
        List<Object> loc = place(e, name);
        Class<?> wanted = mismatch.getRequiredType();
        return wanted == Boolean.class || wanted == boolean.class
                ? Problem.notABoolean(loc)
                : Problem.notAnInteger(loc);
    }

    private static List<Object> place(ServerWebInputException e, String name) {
        var parameter = e.getMethodParameter();
        boolean inPath = parameter != null
                && parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return List.of(inPath ? "path" : "query", name);
    }
}
