package org.dermarium.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Turns what goes wrong into the shapes of the contract; nothing of the inside ever shows. */
@Hidden
@RestControllerAdvice
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        var answer = ResponseEntity.status(refusal.status());
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, WriteRefusal.seconds(retryAfter));
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
        if (e.getCause() instanceof DecodingException) {
            return json(HttpStatus.BAD_REQUEST, Map.of("detail", "Cannot parse request body"));
        }
        if (e.getCause() instanceof TypeMismatchException mismatch) {
            return refused(Refusal.unprocessable(problem(e, mismatch)));
        }
        if (e instanceof MissingRequestValueException missing) {
            return refused(Refusal.unprocessable(Problem.missing(place(e, missing.getName()))));
        }
        return refused(Refusal.unprocessable(Problem.missing(Problem.body())));
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

    private static Problem problem(ServerWebInputException e, TypeMismatchException mismatch) {
        List<Object> loc = place(e, "value");
        Class<?> wanted = mismatch.getRequiredType();
        return wanted == Boolean.class || wanted == boolean.class
                ? Problem.notABoolean(loc)
                : Problem.notAnInteger(loc);
    }

    private static List<Object> place(ServerWebInputException e, String otherwise) {
        MethodParameter parameter = e.getMethodParameter();
        if (parameter == null) {
            return List.of("query", otherwise);
        }
        PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
        RequestParam inQuery = parameter.getParameterAnnotation(RequestParam.class);
        String onWire = inPath != null ? inPath.name() : inQuery != null ? inQuery.name() : "";
        String name = onWire.isEmpty() ? String.valueOf(parameter.getParameterName()) : onWire;
        return List.of(inPath != null ? "path" : "query", name);
    }
}
