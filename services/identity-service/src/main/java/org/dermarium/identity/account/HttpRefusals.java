package org.dermarium.identity.account;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Refusals of the REST routes in the shapes of the contract's section 2.1. */
@RestControllerAdvice
class HttpRefusals {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    Map<String, String> unauthorized(Unauthorized refusal) {
        return Map.of("detail", "Unauthorized");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> notFound(NoSuchAccount refusal) {
        return Map.of("detail", "Not Found");
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> lastStaff(LastStaff refusal) {
        return Map.of("error", String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Map<String, Object> tooShort(QueryTooShort refusal) {
        return Map.of("detail", List.of(refusal.problem()));
    }

    @ExceptionHandler
    ResponseEntity<String> wrongMethod(HttpRequestMethodNotSupportedException refusal) {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .contentType(MediaType.TEXT_PLAIN)
                .body("Method not allowed");
    }

    /** A page that does not exist is the error page's matter. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> noSuchRoute(NoResourceFoundException refusal) throws NoResourceFoundException {
        if (!refusal.getResourcePath().startsWith("/api/")) {
            throw refusal;
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(Map.of("detail", "Not Found"));
    }
}
