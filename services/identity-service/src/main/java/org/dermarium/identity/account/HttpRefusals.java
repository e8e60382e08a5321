package org.dermarium.identity.account;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of this service's own, in the shapes of the contract's section 2.1. */
@RestControllerAdvice
class HttpRefusals {

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
}
