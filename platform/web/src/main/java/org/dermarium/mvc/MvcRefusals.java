package org.dermarium.mvc;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dermarium.web.Problem;
import org.dermarium.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Refusals of REST routes in the shapes of the contract's section 2.1. */
@Hidden
@RestControllerAdvice
class MvcRefusals {

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        var answer = ResponseEntity.status(refusal.status());
        Duration retryAfter = refusal.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(refusal.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("detail", "Cannot parse request body"));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException missing) {
        return refused(Refusal.unprocessable(Problem.missing(List.of("query", missing.getParameterName()))));
    }

    @ExceptionHandler
    ResponseEntity<Object> notJson(HttpMediaTypeNotSupportedException unsupported) {
        HttpStatus status = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("detail", status.getReasonPhrase()));
    }

    @ExceptionHandler
    ResponseEntity<String> wrongMethod(HttpRequestMethodNotSupportedException refusal) {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .contentType(MediaType.TEXT_PLAIN)
                .body("Method not allowed");
    }

    /** A page that does not exist is the error page's matter. */
    @ExceptionHandler
    ResponseEntity<Object> noSuchRoute(NoResourceFoundException refusal) throws NoResourceFoundException {
        if (!refusal.getResourcePath().startsWith("/api/")) {
            throw refusal;
        }
        return refused(Refusal.notFound());
    }
}
